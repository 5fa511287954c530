namespace PersonalDataHub.GraphQL.Language;

/// <summary>An enum type.</summary>
public sealed record EnumTypeDefinitionNode(
    string Name,
    string? Description,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<EnumValueDefinitionNode> Values,
    Location Location) : TypeSystemDefinitionNode(Name, Description, Directives, Location);
