namespace PersonalDataHub.GraphQL.Language;

/// <summary>The use of a named fragment.</summary>
/// <param name="Name">The fragment's name.</param>
/// <param name="NameLocation">Where the name stands, after the dots.</param>
/// <param name="Directives">Directives on the spread.</param>
/// <param name="Location">Where the dots stand.</param>
public sealed record FragmentSpreadNode(
    string Name,
    Location NameLocation,
    IReadOnlyList<DirectiveNode> Directives,
    Location Location) : SelectionNode(Directives, Location);
