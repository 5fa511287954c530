namespace PersonalDataHub.Hub.Persistence.Ledger;

/// <summary>One erasure as the ledger keeps it.</summary>
/// <param name="Id">The same however often the same ending of the same request is written.</param>
/// <param name="At">When it ended.</param>
/// <param name="Content">What it erased, as JSON on one line: ids, keyed hashes and counts, nothing readable of the person.</param>
internal sealed record LedgerEntry(string Id, DateTimeOffset At, string Content);
