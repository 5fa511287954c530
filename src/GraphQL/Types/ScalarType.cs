namespace PersonalDataHub.GraphQL.Types;

/// <summary>A leaf type with its own notation. Derive from it and register it with <c>AddScalar</c> to bring a new one.</summary>
public abstract class ScalarType(string name, Type runtimeType, string? description = null, string? specifiedBy = null)
    : NamedType(name, description)
{
    /// <summary>The .NET type of coerced input values.</summary>
    public Type RuntimeType { get; } = runtimeType;

    /// <summary>Where the notation is specified (<c>@specifiedBy</c>), or null.</summary>
    public string? SpecifiedBy { get; } = specifiedBy;

    /// <summary>Reads what a client wrote; false when it is not a value of this scalar.</summary>
    public abstract bool TryParse(ScalarLiteral literal, out object? value);

    /// <summary>Turns a resolved value into what is written: a <see cref="string"/>, <see cref="bool"/>, <see cref="int"/>,
    /// <see cref="long"/>, <see cref="double"/> or <see cref="decimal"/>; false when it cannot be represented.</summary>
    public abstract bool TrySerialize(object value, out object? serialized);
}
