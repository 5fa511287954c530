using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace PersonalDataHub.GraphQL.Types;

/// <summary>An immutable snapshot of all types. Requests keep the snapshot they started with.</summary>
public sealed class Schema
{
    private readonly FrozenDictionary<string, NamedType> types;
    private readonly FrozenDictionary<string, DirectiveDefinition> directives;
    private readonly FrozenDictionary<NamedType, FrozenSet<ObjectType>> possibleTypes;
    private readonly ConcurrentDictionary<(NamedType, Type), ObjectType?> objectTypes = new();

    /// <summary>Takes all types of a schema, wrappers resolved by the types themselves. Introspection types and the specified scalars and directives are added.</summary>
    public Schema(
        ObjectType queryType,
        ObjectType? mutationType,
        ObjectType? subscriptionType,
        IEnumerable<NamedType> types,
        IEnumerable<DirectiveDefinition> directives)
    {
        QueryType = queryType;
        MutationType = mutationType;
        SubscriptionType = subscriptionType;
        NamedType?[] all = [queryType, mutationType, subscriptionType, .. types, .. SpecifiedScalars.All, .. IntrospectionTypes.All];
        var named = all.OfType<NamedType>().DistinctBy(t => t.Name).ToList();
        this.directives = SpecifiedDirectives.All.Concat(directives).DistinctBy(d => d.Name)
            .ToFrozenDictionary(d => d.Name, StringComparer.Ordinal);
        named.ForEach(t => t.Complete());

        // A specified scalar that nothing is made of is no part of the schema.
        var used = named.SelectMany(TypesIn).Concat(this.directives.Values.SelectMany(d => d.Arguments.Select(a => a.Type.Named))).ToHashSet();
        this.types = named.Where(t => used.Contains(t) || !SpecifiedScalars.All.Contains(t)).ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);
        possibleTypes = this.types.Values.Where(t => t.IsComposite).ToFrozenDictionary(t => t, FindPossibleTypes);
    }

    /// <summary>What the whole service is for, in Markdown; null when undocumented.</summary>
    public string? Description { get; init; }

    public ObjectType QueryType { get; }

    public ObjectType? MutationType { get; }

    public ObjectType? SubscriptionType { get; }

    /// <summary>All named types by name, introspection types included.</summary>
    public IReadOnlyDictionary<string, NamedType> Types => types;

    /// <summary>All directives by name.</summary>
    public IReadOnlyDictionary<string, DirectiveDefinition> Directives => directives;

    /// <summary>The type with this name, or null.</summary>
    public NamedType? FindType(string name) => types.GetValueOrDefault(name);

    /// <summary>The directive with this name, or null.</summary>
    public DirectiveDefinition? FindDirective(string name) => directives.GetValueOrDefault(name);

    /// <summary>The field that a selection on this type means, meta fields included, or null.</summary>
    public FieldDefinition? FindField(NamedType parent, string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            return name == IntrospectionTypes.TypeName.Name && parent.IsComposite ? IntrospectionTypes.TypeName
                : parent != QueryType ? null
                : name == IntrospectionTypes.SchemaField.Name ? IntrospectionTypes.SchemaField
                : name == IntrospectionTypes.TypeField.Name ? IntrospectionTypes.TypeField
                : null;
        }

        return (parent as ComplexType)?.FindField(name);
    }

    /// <summary>The object types a value of this composite type may have; the type itself for an object type.</summary>
    public IReadOnlySet<ObjectType> PossibleTypes(NamedType type) =>
        possibleTypes.TryGetValue(type, out var possible) ? possible : FrozenSet<ObjectType>.Empty;

    /// <summary>The object type of a value behind an interface or union; the one nearest to its .NET type.</summary>
    internal ObjectType? ObjectTypeOf(NamedType type, object value)
    {
        var possible = PossibleTypes(type);
        return possible.FirstOrDefault(t => t.IsTypeOf?.Invoke(value) == true)
            ?? objectTypes.GetOrAdd((type, value.GetType()), static (key, all) => all
                .Where(t => t.RuntimeType?.IsAssignableFrom(key.Item2) == true)
                .OrderBy(t => all.Any(other => other != t && other.RuntimeType is { } nearer && nearer.IsAssignableFrom(key.Item2)
                    && nearer.IsSubclassOf(t.RuntimeType!)))
                .FirstOrDefault(), possible);
    }

    private static IEnumerable<NamedType> TypesIn(NamedType type) => type switch
    {
        ComplexType complex => complex.Fields.SelectMany(f => f.Arguments.Select(a => a.Type.Named).Append(f.Type.Named)),
        InputObjectType input => input.Fields.Select(f => f.Type.Named),
        _ => [],
    };

    private FrozenSet<ObjectType> FindPossibleTypes(NamedType type) => type switch
    {
        ObjectType only => new[] { only }.ToFrozenSet(),
        UnionType union => union.Members.ToFrozenSet(),
        InterfaceType @interface => types.Values.OfType<ObjectType>().Where(o => o.Interfaces.Contains(@interface)).ToFrozenSet(),
        _ => FrozenSet<ObjectType>.Empty,
    };
}
