namespace PersonalDataHub.Hub.Drift;

/// <summary>What a check changed in a register's drift.</summary>
/// <param name="Register">The register's id.</param>
/// <param name="CheckedAt">When it was checked.</param>
/// <param name="Appeared">The findings that were not there before.</param>
/// <param name="Resolved">The findings that are gone.</param>
/// <param name="Open">How many there are.</param>
public sealed record DriftChange(
    string Register, DateTimeOffset CheckedAt, IReadOnlyList<DriftEntry> Appeared, IReadOnlyList<DriftEntry> Resolved, int Open);
