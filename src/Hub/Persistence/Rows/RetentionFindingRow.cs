namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>Data that should have vanished at its source and is still there.</summary>
internal sealed class RetentionFindingRow
{
    public long Key { get; init; }

    public required Guid Id { get; init; }

    public required string Register { get; init; }

    public required Guid RegistrantId { get; init; }

    public required string Source { get; init; }

    public required string RecordType { get; init; }

    public required string Rule { get; init; }

    public required DateOnly DueSince { get; init; }

    public required int Records { get; set; }

    public required DateTimeOffset FoundAt { get; init; }

    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>When it was seen to be gone; null while it is there.</summary>
    public DateTimeOffset? ClearedAt { get; set; }
}
