namespace PersonalDataHub.GraphQL.Language;

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Type">Its type.</param>
/// <param name="DefaultValue">The value when none is given; null when there is no default.</param>
/// <param name="Directives">Directives on it.</param>
/// <param name="Location">Where its first token stands.</param>
public sealed record InputValueDefinitionNode(
    string Name,
    string? Description,
    TypeNode Type,
    ValueNode? DefaultValue,
    IReadOnlyList<DirectiveNode> Directives,
    Location Location) : SyntaxNode(Location);
