using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Bulk;

/// <summary>The plans of a bulk erasure in one.</summary>
/// <param name="Items">What happens to how many records of whatever person.</param>
/// <param name="NotReached">Sources that could not be reached while planning, each with how many people's shares wait for it.</param>
/// <param name="Undecided">For how many people somebody may be the same person; an approval does not start these.</param>
public sealed record BulkPlan(IReadOnlyList<PlanItem> Items, IReadOnlyList<SourceWaiting> NotReached, int Undecided);
