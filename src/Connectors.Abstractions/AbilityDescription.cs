namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>How an ability behaves at a source, so that a plan can tell the truth before anything is done.</summary>
public sealed record AbilityDescription
{
    /// <summary>The ability.</summary>
    public required Ability Ability { get; init; }

    /// <summary>Who does it.</summary>
    public required AbilityMode Mode { get; init; }

    /// <summary>The record types it covers; empty means all.</summary>
    public IReadOnlyList<string> RecordTypes { get; init; } = [];

    /// <summary>How long after the call the effect can be read back; zero when at once.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.Zero;

    /// <summary>How long the effect can still be undone at the source (a recycle bin); zero when it is final at once.</summary>
    public TimeSpan ReversibleFor { get; init; } = TimeSpan.Zero;

    /// <summary>True when it touches accounting material, which the law keeps (Finnish Accounting Act 1336/1997 2:10).</summary>
    public bool TouchesAccounting { get; init; }
}
