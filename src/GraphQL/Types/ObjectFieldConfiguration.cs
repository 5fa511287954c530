using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Types;

/// <summary>A field of an object or interface type. One of <see cref="PureResolver"/> and <see cref="Resolver"/> is needed on objects, <see cref="SubscribeResolver"/> on the subscription type.</summary>
public sealed record ObjectFieldConfiguration
{
    public required string Name { get; init; }

    /// <summary>The type in SDL notation, such as <c>[Invoice!]!</c>.</summary>
    public required string Type { get; init; }

    public string? Description { get; init; }

    public string? DeprecationReason { get; init; }

    public IReadOnlyList<ArgumentConfiguration> Arguments { get; init; } = [];

    /// <summary>Reads the value without waiting.</summary>
    public Func<IResolverContext, object?>? PureResolver { get; init; }

    /// <summary>Reads the value, possibly waiting.</summary>
    public Func<IResolverContext, ValueTask<object?>>? Resolver { get; init; }

    /// <summary>Gives the events of a field of the subscription type. Where no other resolver is set, an event is the field's value; otherwise it is
    /// the parent that the resolver reads.</summary>
    public Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>>? SubscribeResolver { get; init; }

    /// <summary>What the host attaches to the field; it is found again in <see cref="FieldDefinition.Metadata"/>.</summary>
    public IReadOnlyList<object> Metadata { get; init; } = [];

    /// <summary>Who may select the field. Default null: whoever the rule of its type allows.</summary>
    public FieldRule? Rule { get; init; }

    /// <summary>What the field demands beside its own rule; once the types are joined, all that it demands with its type and interfaces considered.</summary>
    internal IReadOnlyList<FieldRule> Rules { get; init; } = [];

    internal Func<object, object?>? Accessor { get; init; }

    /// <summary>Makes the writer of what <see cref="Accessor"/> reads, once the type of the field is known.</summary>
    internal Func<GraphQLType, LeafWriter?>? CompileLeafWriter { get; init; }

    /// <summary>The class and member it was derived from, for messages about mistakes.</summary>
    internal string? Origin { get; init; }
}
