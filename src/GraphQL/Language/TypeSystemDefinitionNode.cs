namespace PersonalDataHub.GraphQL.Language;

/// <summary>A definition of the type system: the schema, a type or a directive.</summary>
/// <param name="Name">Its name; <c>schema</c> for the schema, without the at sign for a directive.</param>
/// <param name="Description">Text for people, in Markdown; never on an extension.</param>
/// <param name="Directives">Directives on the definition itself; none on a directive.</param>
/// <param name="Location">Where its first token stands: the description when there is one.</param>
public abstract record TypeSystemDefinitionNode(
    string Name,
    string? Description,
    IReadOnlyList<DirectiveNode> Directives,
    Location Location) : DefinitionNode(Location)
{
    /// <summary>Whether it adds to a definition made elsewhere (<c>extend</c>). Default false; directives are never extended.</summary>
    public bool IsExtension { get; init; }
}
