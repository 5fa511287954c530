namespace PersonalDataHub.Hub.Drift;

/// <summary>A finding with its history.</summary>
public sealed record DriftEntry
{
    /// <summary>Names this appearance of the finding.</summary>
    public required Guid Id { get; init; }

    /// <summary>The register's id.</summary>
    public required string Register { get; init; }

    /// <summary>What sort of thing has drifted apart.</summary>
    public required DriftKind Kind { get; init; }

    /// <summary>How much it matters.</summary>
    public required DriftSeverity Severity { get; init; }

    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>What is wrong and how to mend it, as last seen.</summary>
    public required string Message { get; init; }

    /// <summary>Ids of the statements that are not kept, or that would have to change.</summary>
    public required IReadOnlyList<string> Statements { get; init; }

    /// <summary>The file to look into, relative to the configuration folder.</summary>
    public required string File { get; init; }

    /// <summary>The line as last seen, from 1; 0 for the file as a whole.</summary>
    public required int Line { get; init; }

    /// <summary>What the version of the register's policy is known by that it was last seen under.</summary>
    public required string PackVersion { get; init; }

    /// <summary>When it was first seen.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>When it was last seen.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>When it was seen to be gone; null while it is there.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }
}
