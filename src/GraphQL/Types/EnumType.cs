using System.Collections.Frozen;
using System.Text;

namespace PersonalDataHub.GraphQL.Types;

/// <summary>A leaf type with a closed set of names.</summary>
public sealed class EnumType(string name, string? description, IReadOnlyList<EnumValueDefinition> values, Type? runtimeType = null)
    : NamedType(name, description)
{
    private readonly FrozenDictionary<string, EnumValueDefinition> byName = values.ToFrozenDictionary(v => v.Name, StringComparer.Ordinal);
    private readonly FrozenDictionary<object, byte[]> jsonByValue =
        values.DistinctBy(v => v.Value).ToFrozenDictionary(v => v.Value, v => Encoding.UTF8.GetBytes($"\"{v.Name}\""));

    public IReadOnlyList<EnumValueDefinition> Values { get; } = values;

    /// <summary>The .NET enum behind it; null for an enum made at run time, whose values are strings.</summary>
    public Type? RuntimeType { get; } = runtimeType;

    /// <summary>The value with this name, or null.</summary>
    public EnumValueDefinition? FindValue(string name) => byName.GetValueOrDefault(name);

    /// <summary>How a .NET value is written in JSON, or null.</summary>
    internal byte[]? JsonOf(object value) => jsonByValue.GetValueOrDefault(value);
}
