using PersonalDataHub.GraphQL.Authorization;

namespace PersonalDataHub.GraphQL.Types;

/// <summary>An object type. Made at run time, it accepts any object as its value.</summary>
public sealed record ObjectTypeConfiguration(string Name, string? Description, IReadOnlyList<ObjectFieldConfiguration> Fields)
    : TypeConfiguration(Name, Description)
{
    /// <summary>Names of the interfaces it implements.</summary>
    public IReadOnlyList<string> Interfaces { get; init; } = [];

    /// <summary>Tells whether an object found behind an interface or union is of this type; null leaves it to the .NET type.</summary>
    public Func<object, bool>? IsTypeOf { get; init; }

    /// <summary>The rule of all fields that have none of their own. Default null.</summary>
    public FieldRule? Rule { get; init; }

    internal Type? RuntimeType { get; init; }
}
