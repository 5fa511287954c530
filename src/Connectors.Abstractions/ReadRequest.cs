namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Asks for a page of one person's records.</summary>
public sealed record ReadRequest
{
    /// <summary>
    /// Identities of one person; the source answers every record that any of them finds. Only kinds that the
    /// descriptor accepts are sent. An identity with a validity finds only what happened within it.
    /// </summary>
    public required IReadOnlyList<SubjectIdentity> Identities { get; init; }

    /// <summary>Names of the record types wanted; only declared ones are sent.</summary>
    public required IReadOnlyList<string> RecordTypes { get; init; }

    /// <summary>The most records a page may hold, 1 to 1000.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>What the page before returned; null for the first.</summary>
    public string? PageToken { get; init; }
}
