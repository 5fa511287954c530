using System.Collections.Frozen;

namespace PersonalDataHub.GraphQL.Types;

/// <summary>A structured input value.</summary>
public sealed class InputObjectType(
    string name,
    string? description,
    Func<IReadOnlyList<InputValueDefinition>> fields,
    bool isOneOf = false) : NamedType(name, description)
{
    private FrozenDictionary<string, InputValueDefinition> byName = FrozenDictionary<string, InputValueDefinition>.Empty;

    public IReadOnlyList<InputValueDefinition> Fields { get; private set; } = [];

    /// <summary>Whether exactly one field must be given, and not null (<c>@oneOf</c>).</summary>
    public bool IsOneOf { get; } = isOneOf;

    /// <summary>The .NET type of coerced values; null gives a dictionary by field name.</summary>
    public Type? RuntimeType { get; init; }

    /// <summary>Makes the .NET value of the coerced fields that were given or have a default.</summary>
    internal Func<IReadOnlyDictionary<string, object?>, object>? CreateInstance { get; init; }

    /// <summary>The field with this name, or null.</summary>
    public InputValueDefinition? FindField(string name) => byName.GetValueOrDefault(name);

    private protected override void CompleteReferences()
    {
        Fields = fields();
        byName = Fields.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);
    }
}
