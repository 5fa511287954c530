namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>When a relationship counts as ended.</summary>
/// <param name="Threshold">How long after the latest contact in any source; null when only the end of all contracts ends it.</param>
/// <param name="Explanation">How the controller came to the threshold.</param>
/// <param name="Statements">Ids of the statements behind it.</param>
public sealed record RelationshipRule(Period? Threshold, LocalText Explanation, IReadOnlyList<string> Statements);
