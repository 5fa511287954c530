namespace PersonalDataHub.GraphQL.Language;

/// <summary>An input object type.</summary>
public sealed record InputObjectTypeDefinitionNode(
    string Name,
    string? Description,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<InputValueDefinitionNode> Fields,
    Location Location) : TypeSystemDefinitionNode(Name, Description, Directives, Location);
