using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Erased data that a source holds again.</summary>
/// <param name="Register">The register's id.</param>
/// <param name="RegistrantId">Whose data; empty when only <see cref="Identity"/> tells.</param>
/// <param name="Erasure">The id of the erasure.</param>
/// <param name="Source">The id of the source.</param>
internal sealed record Recurrence(string Register, Guid RegistrantId, Guid Erasure, string Source)
{
    /// <summary>By what the source knows the person whom the hub has forgotten; in memory only.</summary>
    public SubjectIdentity? Identity { get; init; }

    /// <summary>Erasure and source, never the person.</summary>
    public override string ToString() => $"{Erasure} at {Register}/{Source}";
}
