namespace PersonalDataHub.GraphQL.Language;

/// <summary>The definition of a directive.</summary>
/// <param name="Name">Its name without the at sign.</param>
/// <param name="Description">What it means.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="IsRepeatable">Whether it may stand several times at one place.</param>
/// <param name="Locations">Where it may stand, such as <c>FIELD_DEFINITION</c>; at least one.</param>
/// <param name="Location">Where its first token stands.</param>
public sealed record DirectiveDefinitionNode(
    string Name,
    string? Description,
    IReadOnlyList<InputValueDefinitionNode> Arguments,
    bool IsRepeatable,
    IReadOnlyList<string> Locations,
    Location Location) : TypeSystemDefinitionNode(Name, Description, [], Location);
