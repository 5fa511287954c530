namespace PersonalDataHub.Hub.Retention.Sweeps;

/// <summary>Data that a source should have let vanish by itself and still holds: somebody has to look there.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Register">The register's id.</param>
/// <param name="Registrant">The registrant's id.</param>
/// <param name="Source">The id of the source.</param>
/// <param name="RecordType">The name of the record type.</param>
/// <param name="Rule">The id of the rule whose time is over.</param>
/// <param name="DueSince">The day on which it should have been gone.</param>
/// <param name="Records">How many records.</param>
/// <param name="FoundAt">When it was first seen.</param>
/// <param name="ClearedAt">When it was seen to be gone; null while it is there.</param>
public sealed record RetentionFinding(
    Guid Id,
    string Register,
    Guid Registrant,
    string Source,
    string RecordType,
    string Rule,
    DateOnly DueSince,
    int Records,
    DateTimeOffset FoundAt,
    DateTimeOffset? ClearedAt);
