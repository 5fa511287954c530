namespace PersonalDataHub.GraphQL.Language;

/// <summary>A field of an object or interface type.</summary>
public sealed record FieldDefinitionNode(
    string Name,
    string? Description,
    IReadOnlyList<InputValueDefinitionNode> Arguments,
    TypeNode Type,
    IReadOnlyList<DirectiveNode> Directives,
    Location Location) : SyntaxNode(Location);
