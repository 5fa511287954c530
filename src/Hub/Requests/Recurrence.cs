namespace PersonalDataHub.Hub.Requests;

/// <summary>Erased data that a source holds again.</summary>
/// <param name="Register">The register's id.</param>
/// <param name="RegistrantId">Whose data.</param>
/// <param name="Erasure">The id of the erasure.</param>
/// <param name="Source">The id of the source.</param>
internal sealed record Recurrence(string Register, Guid RegistrantId, Guid Erasure, string Source);
