namespace PersonalDataHub.GraphQL.Types;

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
public sealed class InputValueDefinition(
    string name,
    GraphQLType type,
    string? description = null,
    string? defaultLiteral = null,
    string? deprecationReason = null)
{
    public string Name { get; } = name;

    public GraphQLType Type { get; } = type;

    public string? Description { get; } = description;

    /// <summary>The default in GraphQL notation; null when there is none.</summary>
    public string? DefaultLiteral { get; } = defaultLiteral;

    /// <summary>The coerced default; meaningful only with <see cref="HasDefaultValue"/>.</summary>
    public object? DefaultValue { get; internal set; }

    /// <summary>Why not to use it any more; null when current.</summary>
    public string? DeprecationReason { get; } = deprecationReason;

    public bool HasDefaultValue => DefaultLiteral is not null;

    /// <summary>Whether a client must give it.</summary>
    public bool IsRequired => Type.IsNonNull && !HasDefaultValue;

    /// <summary>The constructor parameter or property of the .NET input type that it fills; null for arguments.</summary>
    internal string? MemberName { get; init; }

    /// <summary>Turns a coerced value that a client gave into what the resolver takes; null leaves it.</summary>
    internal Func<object?, object?>? Reader { get; init; }
}
