using PersonalDataHub.Hub.Registrants.Blockers;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>What will happen, shown before it does. Holds no value and no key of a record.</summary>
public sealed record Plan
{
    /// <summary>
    /// What an approval names: binds identities, sources, field fates and what stands in the way. The same plan made anew
    /// has the same hash.
    /// </summary>
    public required string Hash { get; init; }

    /// <summary>The version of the register's policy that it was made under; null on plans from before plans named it.</summary>
    public string? PackVersion { get; init; }

    /// <summary>The id of the version of the register's notice that applied then; null when there was none.</summary>
    public string? Notice { get; init; }

    /// <summary>What happens to what, by source, record type and field.</summary>
    public required IReadOnlyList<PlanItem> Items { get; init; }

    /// <summary>Sources that get no task, each with the reason.</summary>
    public required IReadOnlyList<SourceNotAsked> NotAsked { get; init; }

    /// <summary>Sources that could not be reached while planning; they get a task that waits for them.</summary>
    public required IReadOnlyList<SourceNotReached> NotReached { get; init; }

    /// <summary>Who may be the same person, by the kinds of identity that point there; nothing runs while there is one.</summary>
    public required IReadOnlyList<UndecidedCandidate> Undecided { get; init; }

    /// <summary>How the register's erasure blockers stood for the person when it was made; empty for all but erasures.</summary>
    public IReadOnlyList<ErasureBlocker> Blockers { get; init; } = [];
}
