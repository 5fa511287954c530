using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Requests.Ledger;

/// <summary>What became of an erasure at one source.</summary>
/// <param name="Source">Its id.</param>
/// <param name="Outcomes">How many records and fields came to which outcome.</param>
internal sealed record SourceReceipt(string Source, IReadOnlyDictionary<Outcome, int> Outcomes);
