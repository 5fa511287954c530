using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Requests.Bulk;

/// <summary>How many tasks of a bulk at one source stand so.</summary>
/// <param name="Source">The id of the source.</param>
/// <param name="State">How.</param>
/// <param name="Count">How many.</param>
public sealed record TaskCount(string Source, TaskState State, int Count);
