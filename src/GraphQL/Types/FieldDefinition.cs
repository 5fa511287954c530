using System.Collections.Frozen;
using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Types;

/// <summary>A field of an object or interface type.</summary>
public sealed class FieldDefinition(
    string name,
    GraphQLType type,
    string? description = null,
    IReadOnlyList<InputValueDefinition>? arguments = null,
    string? deprecationReason = null,
    IReadOnlyList<object>? metadata = null)
{
    private readonly FrozenDictionary<string, InputValueDefinition> byName =
        (arguments ?? []).ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);

    public string Name { get; } = name;

    public GraphQLType Type { get; } = type;

    public string? Description { get; } = description;

    public IReadOnlyList<InputValueDefinition> Arguments { get; } = arguments ?? [];

    /// <summary>Why not to use it any more; null when current.</summary>
    public string? DeprecationReason { get; } = deprecationReason;

    /// <summary>What the host attached to the field, such as its authorization rule (<see cref="IFieldMetadata"/> attributes or a configuration's metadata).</summary>
    public IReadOnlyList<object> Metadata { get; } = metadata ?? [];

    /// <summary>What a caller must fulfil to select the field, all of it; empty for everybody.</summary>
    public IReadOnlyList<FieldRule> Rules { get; internal init; } = [];

    /// <summary>The object or interface type that declares the field.</summary>
    public NamedType? DeclaringType { get; internal set; }

    /// <summary>Reads the value without waiting; null when <see cref="Resolver"/> is set or the field belongs to an interface.</summary>
    internal Func<IResolverContext, object?>? PureResolver { get; init; }

    /// <summary>Reads the value, possibly waiting.</summary>
    internal Func<IResolverContext, ValueTask<object?>>? Resolver { get; init; }

    /// <summary>Reads the value from the parent object alone, such as a property.</summary>
    internal Func<object, object?>? Accessor { get; init; }

    /// <summary>Writes what <see cref="Accessor"/> reads, where that is a plain value; null elsewhere.</summary>
    internal LeafWriter? LeafWriter { get; init; }

    /// <summary>Gives the events; set on fields of the subscription type only.</summary>
    internal Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>>? SubscribeResolver { get; init; }

    /// <summary>What the field costs, as far as the schema tells.</summary>
    internal FieldCost Cost => field ??= new FieldCost(this);

    /// <summary>The argument with this name, or null.</summary>
    public InputValueDefinition? FindArgument(string name) => byName.GetValueOrDefault(name);
}
