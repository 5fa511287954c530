namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Two places of a notice that should say the same and do not.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Copy">The copy that says something else.</param>
public sealed record CopyDifference(Statement Statement, StatementCopy Copy);
