namespace PersonalDataHub.GraphQL.Language;

/// <summary>A named argument of a field or directive.</summary>
public sealed record ArgumentNode(string Name, ValueNode Value, Location Location) : SyntaxNode(Location);
