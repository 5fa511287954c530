namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>What a source holds and how it behaves.</summary>
public sealed record SourceDescriptor
{
    /// <summary>The record types, each with its fields.</summary>
    public required IReadOnlyList<RecordType> RecordTypes { get; init; }

    /// <summary>The kinds of identity by which the source can find a person's records.</summary>
    public required IReadOnlyList<AcceptedIdentity> Accepts { get; init; }

    /// <summary>
    /// True when the source holds numbers about many people and no data of a single one. It has no record types and accepts
    /// no identities, and the hub refuses to join it with a person.
    /// </summary>
    public bool AggregateOnly { get; init; }

    /// <summary>How each ability behaves; one entry for every ability interface that the connector implements.</summary>
    public IReadOnlyList<AbilityDescription> Abilities { get; init; } = [];

    /// <summary>The facts the source can tell; empty unless it implements <see cref="ISupportsFacts"/>.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>How old an answer can be: zero for a live system, seven days for a weekly export.</summary>
    public TimeSpan Freshness { get; init; } = TimeSpan.Zero;

    /// <summary>When the source can be asked; empty means always.</summary>
    public IReadOnlyList<AvailabilityWindow> AvailabilityWindows { get; init; } = [];

    /// <summary>
    /// The ids of sources of the same register whose data this source overwrites: correct and erase here first.
    /// </summary>
    public IReadOnlyList<string> Feeds { get; init; } = [];
}
