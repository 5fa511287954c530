namespace PersonalDataHub.GraphQL.Types;

/// <summary>One of several object types that need nothing in common.</summary>
public sealed class UnionType(string name, string? description, Func<IReadOnlyList<ObjectType>> members) : NamedType(name, description)
{
    public IReadOnlyList<ObjectType> Members { get; private set; } = [];

    public Type? RuntimeType { get; init; }

    private protected override void CompleteReferences() => Members = members();
}
