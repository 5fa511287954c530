using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests;

/// <summary>A request that was taken back.</summary>
/// <param name="Request">The request.</param>
/// <param name="NotUndone">What was done before and stays done, or is just being done.</param>
/// <param name="Undo">The request that turns corrections back; null when none was wanted or nothing can be turned back.</param>
public sealed record WithdrawnRequest(DataSubjectRequest Request, IReadOnlyList<PlanItem> NotUndone, DataSubjectRequest? Undo);
