namespace PersonalDataHub.GraphQL.Language;

/// <summary>A selected field.</summary>
/// <param name="Alias">The name the caller wants in the response, or null.</param>
/// <param name="Name">The field's name in the schema.</param>
/// <param name="Arguments">Arguments in document order.</param>
/// <param name="Directives">Directives on this selection.</param>
/// <param name="SelectionSet">What is selected of the field's value; null for leaves.</param>
/// <param name="Location">Where its first token stands: the alias when there is one.</param>
public sealed record FieldNode(
    string? Alias,
    string Name,
    IReadOnlyList<ArgumentNode> Arguments,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode? SelectionSet,
    Location Location) : SelectionNode(Directives, Location)
{
    /// <summary>The key of this field in the response: the alias, else the name.</summary>
    public string ResponseName => Alias ?? Name;
}
