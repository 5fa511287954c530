using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>What came of asking a source for numbers about many people.</summary>
/// <param name="Rows">The numbers; empty when the source did not answer.</param>
/// <param name="SmallestNumber">No row counts fewer: what does is put together as "other".</param>
/// <param name="AsOf">The moment the numbers are true of.</param>
/// <param name="Failure">Why it did not answer.</param>
public sealed record SourceStatistics(
    IReadOnlyList<StatisticsRow> Rows, int? SmallestNumber, DateTimeOffset? AsOf, SourceFailure? Failure);
