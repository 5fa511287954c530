namespace PersonalDataHub.GraphQL.Types;

/// <summary>A type with a name of its own in the schema.</summary>
public abstract class NamedType(string name, string? description) : GraphQLType
{
    private volatile bool isComplete;

    public string Name { get; } = name;

    /// <summary>What the type means, in Markdown; null when undocumented.</summary>
    public string? Description { get; } = description;

    /// <inheritdoc />
    public sealed override NamedType Named => this;

    /// <summary>Whether values have no fields: a scalar or an enum.</summary>
    public bool IsLeaf => this is ScalarType or EnumType;

    /// <summary>Whether values are selected into: an object, interface or union.</summary>
    public bool IsComposite => this is ObjectType or InterfaceType or UnionType;

    /// <summary>Whether a value is of one of several object types: an interface or union.</summary>
    public bool IsAbstract => this is InterfaceType or UnionType;

    public sealed override string ToString() => Name;

    /// <summary>Fixes what refers to other types, once all types of a schema exist; a second call does nothing.</summary>
    internal void Complete()
    {
        if (!isComplete)
        {
            CompleteReferences();
            isComplete = true;
        }
    }

    private protected virtual void CompleteReferences()
    {
    }
}
