namespace PersonalDataHub.GraphQL.Language;

/// <summary>Says which types are the roots of operations.</summary>
/// <param name="Description">What the whole service is for.</param>
/// <param name="Directives">Directives on the schema.</param>
/// <param name="OperationTypes">The root types; at least one, except on an extension.</param>
/// <param name="Location">Where its first token stands.</param>
public sealed record SchemaDefinitionNode(
    string? Description,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<OperationTypeDefinitionNode> OperationTypes,
    Location Location) : TypeSystemDefinitionNode("schema", Description, Directives, Location);
