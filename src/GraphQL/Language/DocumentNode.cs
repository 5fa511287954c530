namespace PersonalDataHub.GraphQL.Language;

/// <summary>A whole document.</summary>
/// <param name="Definitions">Its definitions in document order; at least one.</param>
/// <param name="Location">Where its first token stands.</param>
public sealed record DocumentNode(IReadOnlyList<DefinitionNode> Definitions, Location Location) : SyntaxNode(Location);
