namespace PersonalDataHub.GraphQL.DifferentialTests.Comparison;

/// <summary>Something on which the sides differ.</summary>
/// <param name="What">Which part of the verdict: <c>syntax</c>, <c>tree</c>, <c>validation</c>, <c>data</c> and so on.</param>
internal sealed record Difference(string What, string Ours, string Theirs);
