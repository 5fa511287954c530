namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>Erasures of many people that are approved, paused and resumed together.</summary>
internal sealed class BulkErasureRow
{
    public long Key { get; init; }

    public required Guid Id { get; init; }

    public required string Register { get; init; }

    public required string ClientRequestKey { get; init; }

    public required byte[] ContentHash { get; init; }

    /// <summary>Binds the hashes of the plans that wait or were approved; empty while not all requests are stored.</summary>
    public required string Hash { get; set; }

    public required int Persons { get; set; }

    /// <summary>The most tasks begun per source and minute; null for as fast as each source allows.</summary>
    public int? PerMinute { get; init; }

    public bool Paused { get; set; }

    public required string Purpose { get; init; }

    /// <summary>Who was left out, as JSON by place in the list; no personal data.</summary>
    public required string Skipped { get; init; }

    public string? ApprovedBy { get; set; }

    public DateTimeOffset? ApprovedAt { get; set; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
