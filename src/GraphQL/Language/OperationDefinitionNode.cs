namespace PersonalDataHub.GraphQL.Language;

/// <summary>A query, mutation or subscription.</summary>
/// <param name="Operation">What the operation does; a bare selection set is a query.</param>
/// <param name="Name">Its name, or null when it is anonymous.</param>
/// <param name="NameLocation">Where the name stands; the operation's own location when it is anonymous.</param>
/// <param name="VariableDefinitions">The variables it declares.</param>
/// <param name="Directives">Directives on the operation itself.</param>
/// <param name="SelectionSet">Its root selections.</param>
/// <param name="Description">Text for people; never changes what is executed.</param>
/// <param name="Location">Where its first token stands.</param>
public sealed record OperationDefinitionNode(
    OperationKind Operation,
    string? Name,
    Location NameLocation,
    IReadOnlyList<VariableDefinitionNode> VariableDefinitions,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    string? Description,
    Location Location) : ExecutableDefinitionNode(Description, Directives, SelectionSet, Location);
