namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>A page of one person's records, in an order that stays the same while nothing changes.</summary>
public sealed record ReadPage
{
    /// <summary>The records.</summary>
    public required IReadOnlyList<PersonalRecord> Records { get; init; }

    /// <summary>What asks for the next page; null when this is the last.</summary>
    public string? NextPageToken { get; init; }

    /// <summary>How many records there are over all pages, where that is cheap to know.</summary>
    public long? Total { get; init; }

    /// <summary>The moment the answer is true of: now for a live system, the export's time for an exported file.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>
    /// What the source could not read, such as malformed lines, in words without personal data; empty when all was read.
    /// </summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];
}
