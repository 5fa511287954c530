namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>A plan with what carrying it out needs.</summary>
/// <param name="Plan">What is shown and approved.</param>
/// <param name="Tasks">What is done, by source.</param>
internal sealed record DraftPlan(Plan Plan, IReadOnlyList<PlannedTask> Tasks);
