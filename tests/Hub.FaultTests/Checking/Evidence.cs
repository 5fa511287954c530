using PersonalDataHub.FaultSource;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Checking;

/// <summary>All that is known after an experiment, from witnesses that know nothing of each other.</summary>
internal sealed record Evidence
{
    /// <summary>What clients sent and heard.</summary>
    public required IReadOnlyList<HistoryLine> History { get; init; }

    /// <summary>What each source was asked and did, by its own ledger.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<LedgerLine>> Ledgers { get; init; }

    /// <summary>What each source holds at the end, by customer number.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, Account>> Held { get; init; }

    /// <summary>The accepted requests as the hub shows them, by id; one that it does not show is missing.</summary>
    public required IReadOnlyDictionary<string, ShownRequest> Shown { get; init; }

    /// <summary>The task table.</summary>
    public required IReadOnlyList<StoredTask> Tasks { get; init; }

    /// <summary>The task table of a database in whose place another was restored.</summary>
    public IReadOnlyList<StoredTask> TasksBefore { get; init; } = [];

    /// <summary>The audit trail.</summary>
    public required IReadOnlyList<AuditLine> Audit { get; init; }

    /// <summary>Whether each entry of the trail fits those before it.</summary>
    public required bool AuditIsIntact { get; init; }

    /// <summary>Customer numbers of erased people whom a hub finds.</summary>
    public required IReadOnlyList<string> Found { get; init; }

    /// <summary>Where personal data stands that must not stand there.</summary>
    public required IReadOnlyList<string> Leaks { get; init; }

    /// <summary>When the task table was read.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was accepted, in its order, each once, with its id.</summary>
    public IEnumerable<(AskedRequest Request, string Id)> Accepted => History
        .Where(line => line.Event == HistoryEvent.Accepted).DistinctBy(line => line.Said).Select(line => (line.Request!, line.Said));

    /// <summary>Changes that were made, with the source.</summary>
    public IEnumerable<(string Source, LedgerLine Line)> Effects =>
        from ledger in Ledgers
        from line in ledger.Value
        where line.Effect
        select (ledger.Key, line);
}
