namespace PersonalDataHub.GraphQL.Language;

/// <summary>A definition that can be executed: an operation or a fragment.</summary>
public abstract record ExecutableDefinitionNode(
    string? Description,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    Location Location) : DefinitionNode(Location);
