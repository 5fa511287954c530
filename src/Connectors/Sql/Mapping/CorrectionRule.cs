namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>When a value is not corrected in the database, and what happens instead.</summary>
/// <param name="Where">The rows the rule is for; none means all.</param>
/// <param name="Instruction">What a person has to do instead; null where nothing can be done.</param>
/// <param name="Reason">Why it cannot be corrected; null where a person can do it.</param>
internal sealed record CorrectionRule(IReadOnlyList<Condition> Where, string? Instruction, string? Reason);
