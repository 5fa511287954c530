namespace PersonalDataHub.GraphQL.Types;

/// <summary>A list of another type.</summary>
public sealed class ListType(GraphQLType elementType) : GraphQLType
{
    public GraphQLType ElementType { get; } = elementType;

    /// <inheritdoc />
    public override NamedType Named => ElementType.Named;

    public override string ToString() => $"[{ElementType}]";
}
