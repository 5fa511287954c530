namespace PersonalDataHub.GraphQL.Types;

/// <summary>An input object type. Made at run time, its values are dictionaries by field name.</summary>
public sealed record InputObjectTypeConfiguration(string Name, string? Description, IReadOnlyList<ArgumentConfiguration> Fields)
    : TypeConfiguration(Name, Description)
{
    /// <summary>Whether exactly one field must be given.</summary>
    public bool IsOneOf { get; init; }

    internal Type? RuntimeType { get; init; }

    internal Func<IReadOnlyDictionary<string, object?>, object>? CreateInstance { get; init; }
}
