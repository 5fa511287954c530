using static PersonalDataHub.Hub.Requests.Fulfillment.TaskState;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>From where to where tasks may go. What is not here is refused.</summary>
internal static class TaskTable
{
    /// <summary>The causes of which a task is taken up again by itself, when its moment has come.</summary>
    public static IReadOnlyList<WaitingCause> RunByThemselves { get; } = [WaitingCause.SourceDown, WaitingCause.SourceDelay];

    /// <summary>Whether a task that stands so may go there.</summary>
    public static bool Allows(TaskStanding from, TaskStanding to) => (from.State, to.State) switch
    {
        // A request that is turned back before its source has made the first change waits for that from the start.
        (Accepted, Waiting) => to.Cause == WaitingCause.SourceDelay,
        (Accepted, Executing or Final) => true,

        // Held anew when the lease of a dead worker is over.
        (Executing, Executing or Waiting or Final or TaskState.DeadLetter) => true,

        (Waiting, Executing) => RunByThemselves.Contains(from.Cause!.Value),
        (Waiting, Accepted) => from.Cause != WaitingCause.SourceDelay,
        (Waiting, Final) => true,
        (TaskState.DeadLetter, Accepted or Final) => true,
        _ => false,
    };
}
