using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors.Loading;

namespace PersonalDataHub.Hub.Connectors;

/// <summary>One configured system of record of a register.</summary>
public sealed record Source
{
    /// <summary>The id of the register it belongs to.</summary>
    public required string Register { get; init; }

    /// <summary>Its id within the register, in kebab case: the name of its configuration file.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The id of the plugin that serves it; null when its file does not say.</summary>
    public required string? ConnectorId { get; init; }

    /// <summary>Whether it can be asked.</summary>
    public required SourceState State { get; init; }

    /// <summary>Why it cannot be asked, for the operator; null when it can.</summary>
    public string? Reason { get; init; }

    /// <summary>What it holds, as last accepted; null when no descriptor of it was ever accepted.</summary>
    public SourceDescriptor? Descriptor { get; init; }

    /// <summary>The longest that one call may take: 100 ms to 5 min, default 2 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How many calls may run at once: 1 to 64, default 8.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>Who keeps it, where and on what terms.</summary>
    public Stewardship Stewardship { get; init; } = Stewardship.Default;

    /// <summary>Whether the register's notice says that it holds aggregates only, whatever it accepts.</summary>
    public bool NamedAggregate { get; init; }

    /// <summary>Whether nobody is looked up in it: it holds aggregates only, or the register's notice says so.</summary>
    public bool HoldsAggregatesOnly => NamedAggregate || Descriptor is { AggregateOnly: true };

    /// <summary>What runs it; null unless it is active.</summary>
    internal SourceRuntime? Runtime { get; init; }

    /// <summary>How its circuit breaker stands; closed when it is not active.</summary>
    public BreakerState Breaker => Runtime?.Breaker ?? BreakerState.Closed;

    /// <summary>True when the source has the ability, for records of this type where one is given.</summary>
    public bool Supports(Ability ability, string? recordType = null) => Describe(ability, recordType) is not null;

    /// <summary>How an ability behaves, for records of this type where one is given; null when the source lacks it.</summary>
    public AbilityDescription? Describe(Ability ability, string? recordType = null) => Descriptor?.Abilities.FirstOrDefault(
        description => description.Ability == ability
            && (recordType is null || description.RecordTypes.Count == 0 || description.RecordTypes.Contains(recordType)));

    /// <summary>The record type of this name as the source declares it, or null.</summary>
    public RecordType? FindRecordType(string name) => Descriptor?.RecordTypes.FirstOrDefault(type => type.Name == name);

    /// <summary>Register and source id.</summary>
    public override string ToString() => $"{Register}/{Id}";
}
