namespace PersonalDataHub.GraphQL.Language;

/// <summary>Selections that apply in place, to one type or to any.</summary>
/// <param name="TypeCondition">The type it applies to; null for the type around it.</param>
/// <param name="Directives">Directives on the fragment.</param>
/// <param name="SelectionSet">What it selects.</param>
/// <param name="Location">Where the dots stand.</param>
public sealed record InlineFragmentNode(
    NamedTypeNode? TypeCondition,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    Location Location) : SelectionNode(Directives, Location);
