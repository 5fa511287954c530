namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>The numbers of a span of days.</summary>
/// <param name="Rows">The numbers, by measure and then the largest first.</param>
/// <param name="SmallestNumber">No row counts fewer: what does is put together as "other".</param>
/// <param name="AsOf">The moment the numbers are true of.</param>
public sealed record StatisticsResult(IReadOnlyList<StatisticsRow> Rows, int SmallestNumber, DateTimeOffset AsOf);

/// <summary>One number.</summary>
/// <param name="Measure">What is counted, such as <c>page</c> or <c>age</c>.</param>
/// <param name="Value">Of which the count is: a page, an age bracket, or <c>other</c>; null for a total.</param>
/// <param name="Count">How many.</param>
public sealed record StatisticsRow(string Measure, string? Value, long Count);
