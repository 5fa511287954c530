namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>Erasures of many people that are approved, paused and resumed together.</summary>
internal sealed class BulkErasureRow
{
    public long Key { get; init; }

    public required Guid Id { get; init; }

    public required string Register { get; init; }

    public required string ClientRequestKey { get; init; }

    public required byte[] ContentHash { get; init; }

    /// <summary>Binds the hashes of all its plans.</summary>
    public required string Hash { get; set; }

    public required int Persons { get; init; }

    /// <summary>The most tasks begun per source and minute; null for as fast as each source allows.</summary>
    public int? PerMinute { get; init; }

    public bool Paused { get; set; }

    public string? ApprovedBy { get; set; }

    public DateTimeOffset? ApprovedAt { get; set; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
