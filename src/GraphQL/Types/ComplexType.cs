using System.Collections.Frozen;

namespace PersonalDataHub.GraphQL.Types;

/// <summary>A type with fields: an object or an interface.</summary>
public abstract class ComplexType(
    string name,
    string? description,
    Func<IReadOnlyList<FieldDefinition>> fields,
    Func<IReadOnlyList<InterfaceType>>? interfaces) : NamedType(name, description)
{
    private FrozenDictionary<string, FieldDefinition> byName = FrozenDictionary<string, FieldDefinition>.Empty;

    public IReadOnlyList<FieldDefinition> Fields { get; private set; } = [];

    /// <summary>The interfaces that the type declares to implement.</summary>
    public IReadOnlyList<InterfaceType> Interfaces { get; private set; } = [];

    /// <summary>The declared field with this name, or null; <c>__typename</c> and the like are found by <see cref="Schema.FindField"/>.</summary>
    public FieldDefinition? FindField(string name) => byName.GetValueOrDefault(name);

    private protected override void CompleteReferences()
    {
        Fields = fields();
        Interfaces = interfaces?.Invoke() ?? [];
        byName = Fields.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);
        foreach (var field in Fields)
        {
            field.DeclaringType = this;
        }
    }
}
