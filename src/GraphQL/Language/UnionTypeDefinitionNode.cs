namespace PersonalDataHub.GraphQL.Language;

/// <summary>A union type.</summary>
public sealed record UnionTypeDefinitionNode(
    string Name,
    string? Description,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<NamedTypeNode> Types,
    Location Location) : TypeSystemDefinitionNode(Name, Description, Directives, Location);
