namespace PersonalDataHub.GraphQL.Language;

/// <summary>A scalar type.</summary>
public sealed record ScalarTypeDefinitionNode(string Name, string? Description, IReadOnlyList<DirectiveNode> Directives, Location Location)
    : TypeSystemDefinitionNode(Name, Description, Directives, Location);
