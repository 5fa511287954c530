namespace PersonalDataHub.GraphQL.Language;

/// <summary>An interface type.</summary>
public sealed record InterfaceTypeDefinitionNode(
    string Name,
    string? Description,
    IReadOnlyList<NamedTypeNode> Interfaces,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<FieldDefinitionNode> Fields,
    Location Location) : ComplexTypeDefinitionNode(Name, Description, Interfaces, Directives, Fields, Location);
