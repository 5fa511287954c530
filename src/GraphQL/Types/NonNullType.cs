namespace PersonalDataHub.GraphQL.Types;

/// <summary>Another type without null.</summary>
public sealed class NonNullType(GraphQLType innerType) : GraphQLType
{
    public GraphQLType InnerType { get; } = innerType is NonNullType
        ? throw new ArgumentException("A non-null type cannot wrap a non-null type.", nameof(innerType))
        : innerType;

    /// <inheritdoc />
    public override GraphQLType NullableType => InnerType;

    /// <inheritdoc />
    public override NamedType Named => InnerType.Named;

    public override string ToString() => $"{InnerType}!";
}
