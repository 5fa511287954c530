namespace PersonalDataHub.GraphQL.Language;

/// <summary>A field of an input object.</summary>
public sealed record ObjectFieldNode(string Name, ValueNode Value, Location Location) : SyntaxNode(Location);
