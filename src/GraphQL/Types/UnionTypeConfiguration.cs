namespace PersonalDataHub.GraphQL.Types;

/// <summary>A union of object types, by name.</summary>
public sealed record UnionTypeConfiguration(string Name, string? Description, IReadOnlyList<string> Members)
    : TypeConfiguration(Name, Description)
{
    internal Type? RuntimeType { get; init; }
}
