namespace PersonalDataHub.GraphQL.Language;

/// <summary>A named fragment.</summary>
/// <param name="Name">Its name; never <c>on</c>.</param>
/// <param name="NameLocation">Where the name stands.</param>
/// <param name="TypeCondition">The type it applies to.</param>
/// <param name="Directives">Directives on the fragment itself.</param>
/// <param name="SelectionSet">What it selects.</param>
/// <param name="Description">Text for people; never changes what is executed.</param>
/// <param name="Location">Where its first token stands.</param>
public sealed record FragmentDefinitionNode(
    string Name,
    Location NameLocation,
    NamedTypeNode TypeCondition,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    string? Description,
    Location Location) : ExecutableDefinitionNode(Description, Directives, SelectionSet, Location);
