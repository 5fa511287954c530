namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>A condition on one column: one of the values, none of them, or empty or not.</summary>
internal abstract record Condition(string Column);

internal sealed record ValueCondition(string Column, IReadOnlyList<string> Values, bool Negated) : Condition(Column);

/// <summary>That at least one of the columns holds more than null or its erased text.</summary>
internal sealed record HeldCondition(string Column, IReadOnlyList<(string Column, string? ErasedText)> Columns) : Condition(Column);

internal sealed record EmptyCondition(string Column, bool Empty) : Condition(Column);
