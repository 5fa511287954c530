namespace PersonalDataHub.GraphQL.Language;

/// <summary>A value as written in a document.</summary>
public abstract record ValueNode(Location Location) : SyntaxNode(Location);
