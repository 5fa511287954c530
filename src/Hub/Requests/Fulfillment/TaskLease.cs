namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>A worker's hold on a task.</summary>
/// <param name="TaskKey">The task's number.</param>
/// <param name="TaskId">The task's id.</param>
/// <param name="Owner">Who holds it.</param>
/// <param name="Fence">Which claim this is: a later one makes this one void.</param>
internal sealed record TaskLease(long TaskKey, Guid TaskId, string Owner, long Fence);
