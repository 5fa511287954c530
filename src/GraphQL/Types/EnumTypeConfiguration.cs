namespace PersonalDataHub.GraphQL.Types;

/// <summary>An enum type. Made at run time, its .NET values are the names as strings.</summary>
public sealed record EnumTypeConfiguration(string Name, string? Description, IReadOnlyList<EnumValueDefinition> Values)
    : TypeConfiguration(Name, Description)
{
    internal Type? RuntimeType { get; init; }
}
