namespace PersonalDataHub.GraphQL.Types;

/// <summary>Fields that several object types have in common.</summary>
public sealed class InterfaceType(
    string name,
    string? description,
    Func<IReadOnlyList<FieldDefinition>> fields,
    Func<IReadOnlyList<InterfaceType>>? interfaces = null) : ComplexType(name, description, fields, interfaces)
{
    public Type? RuntimeType { get; init; }
}
