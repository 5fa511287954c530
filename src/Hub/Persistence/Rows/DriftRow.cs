namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>Something in which a register's notice and its sources had drifted apart; one row for each time it appeared.</summary>
internal sealed class DriftRow
{
    public long Key { get; init; }

    public required Guid Id { get; init; }

    public required string Register { get; init; }

    public required string Kind { get; init; }

    public required string Subject { get; init; }

    public string Severity { get; set; } = string.Empty;

    public string Message { get; set; } = string.Empty;

    /// <summary>Ids of statements, as JSON.</summary>
    public string Statements { get; set; } = "[]";

    public string File { get; set; } = string.Empty;

    public int Line { get; set; }

    public string PackVersion { get; set; } = string.Empty;

    public required DateTimeOffset FirstSeenAt { get; init; }

    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset? ResolvedAt { get; set; }
}
