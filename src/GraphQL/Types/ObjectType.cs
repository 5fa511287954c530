namespace PersonalDataHub.GraphQL.Types;

/// <summary>A type whose values have fields that resolve to other values.</summary>
public sealed class ObjectType(
    string name,
    string? description,
    Func<IReadOnlyList<FieldDefinition>> fields,
    Func<IReadOnlyList<InterfaceType>>? interfaces = null) : ComplexType(name, description, fields, interfaces)
{
    /// <summary>The .NET type of its values; null for root types and types made at run time, which accept any object.</summary>
    public Type? RuntimeType { get; init; }

    /// <summary>Tells whether an object is a value of this type, where its .NET type does not.</summary>
    internal Func<object, bool>? IsTypeOf { get; init; }
}
