namespace PersonalDataHub.GraphQL.Language;

/// <summary>Selections between braces; at least one.</summary>
public sealed record SelectionSetNode(IReadOnlyList<SelectionNode> Selections, Location Location) : SyntaxNode(Location);
