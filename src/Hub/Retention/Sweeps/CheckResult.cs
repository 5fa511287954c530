using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Retention.Sweeps;

/// <summary>What a look at somebody found.</summary>
/// <param name="State">How it stands.</param>
/// <param name="NotBefore">The day before which nobody needs to look again.</param>
internal sealed record CheckResult(CheckState State, DateOnly NotBefore)
{
    /// <summary>The registrant's id; null when nobody was found.</summary>
    public Guid? Registrant { get; init; }

    /// <summary>What is due.</summary>
    public IReadOnlyList<SweepLine> Lines { get; init; } = [];

    /// <summary>Whether every rule that is due lets a sweep erase without approval.</summary>
    public bool Automatic { get; init; }

    /// <summary>What a source should have let vanish, by source, record type and rule.</summary>
    public IReadOnlyList<(string Source, string RecordType, string Rule, DateOnly DueSince, int Records)> StillThere { get; init; } = [];

    /// <summary>What has to be handed over before it goes.</summary>
    public IReadOnlyList<(string Recipient, RetentionRule Rule, DateOnly Since, DateOnly EraseFrom)> HandOvers { get; init; } = [];
}
