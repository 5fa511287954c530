using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>What a source held of a person when it was read.</summary>
/// <param name="Records">The records; empty when it did not answer in full.</param>
/// <param name="AsOf">The moment it is true of.</param>
/// <param name="Failure">Why it did not answer in full; null when it did.</param>
internal sealed record SourceHolding(IReadOnlyList<PersonalRecord> Records, DateTimeOffset AsOf, SourceFailure? Failure)
{
    /// <summary>How many records, never which.</summary>
    public override string ToString() => $"{Records.Count} records";
}
