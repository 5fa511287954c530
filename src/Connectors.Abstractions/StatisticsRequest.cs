namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Asks for the numbers of a span of days. Carries no identity.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, not before the first.</param>
public sealed record StatisticsRequest(DateOnly From, DateOnly To);
