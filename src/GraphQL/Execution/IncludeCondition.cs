namespace PersonalDataHub.GraphQL.Execution;

/// <summary>A variable of <c>@include</c>, or of <c>@skip</c> when <paramref name="IncludedWhen"/> is false.</summary>
internal readonly record struct IncludeCondition(string Variable, bool IncludedWhen);
