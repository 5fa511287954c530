namespace PersonalDataHub.GraphQL.Language;

/// <summary>A variable that an operation declares.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Type">Its type.</param>
/// <param name="DefaultValue">The value when the request gives none; null when there is no default.</param>
/// <param name="Directives">Directives on the definition.</param>
/// <param name="Description">Text for people.</param>
/// <param name="Location">Where its first token stands.</param>
public sealed record VariableDefinitionNode(
    VariableNode Variable,
    TypeNode Type,
    ValueNode? DefaultValue,
    IReadOnlyList<DirectiveNode> Directives,
    string? Description,
    Location Location) : SyntaxNode(Location)
{
    /// <summary>The variable's name without the dollar sign.</summary>
    public string Name => Variable.Name;
}
