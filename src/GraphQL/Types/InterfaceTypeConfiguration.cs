using PersonalDataHub.GraphQL.Authorization;

namespace PersonalDataHub.GraphQL.Types;

/// <summary>An interface type; its fields need no resolvers.</summary>
public sealed record InterfaceTypeConfiguration(string Name, string? Description, IReadOnlyList<ObjectFieldConfiguration> Fields)
    : TypeConfiguration(Name, Description)
{
    /// <summary>Names of the interfaces it implements.</summary>
    public IReadOnlyList<string> Interfaces { get; init; } = [];

    /// <summary>The rule of all fields that have none of their own. Default null.</summary>
    public FieldRule? Rule { get; init; }

    internal Type? RuntimeType { get; init; }
}
