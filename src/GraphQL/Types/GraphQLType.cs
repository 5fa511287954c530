namespace PersonalDataHub.GraphQL.Types;

/// <summary>A type as it is written in a schema: a named type, or a list or non-null wrapper around one. <see cref="object.ToString"/> gives the SDL notation.</summary>
public abstract class GraphQLType
{
    /// <summary>The named type inside all wrappers.</summary>
    public abstract NamedType Named { get; }

    /// <summary>The type without an outer non-null wrapper.</summary>
    public virtual GraphQLType NullableType => this;

    /// <summary>Whether null is not a value of this type.</summary>
    public bool IsNonNull => this is NonNullType;

    /// <summary>Whether values of this type may be given as arguments and variables.</summary>
    public bool IsInputType => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether a field may have this type.</summary>
    public bool IsOutputType => Named is not InputObjectType;
}
