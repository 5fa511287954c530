namespace PersonalDataHub.GraphQL.Language;

/// <summary>A type with fields: an object or an interface.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Interfaces">The interfaces that it implements.</param>
/// <param name="Directives">Directives on the type.</param>
/// <param name="Fields">Its fields; none where the definition has no braces.</param>
/// <param name="Location">Where its first token stands.</param>
public abstract record ComplexTypeDefinitionNode(
    string Name,
    string? Description,
    IReadOnlyList<NamedTypeNode> Interfaces,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<FieldDefinitionNode> Fields,
    Location Location) : TypeSystemDefinitionNode(Name, Description, Directives, Location);
