using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>How a task stands: its state and, while it waits, for what.</summary>
/// <param name="State">The state.</param>
/// <param name="Cause">The cause; null unless it waits.</param>
internal readonly record struct TaskStanding(TaskState State, WaitingCause? Cause = null)
{
    /// <summary>How a task stands now.</summary>
    public static TaskStanding Of(TaskRow task) =>
        new(task.State, task.State == TaskState.Waiting ? task.WaitingCause : null);

    /// <summary>
    /// How a task stood when its worker took it: a hold changes nothing of what is promised, so that a source that is still
    /// down is no news.
    /// </summary>
    public static TaskStanding BeforeHold(TaskRow task) => task.State != TaskState.Executing ? Of(task)
        : task.WaitingCause is { } cause ? new(TaskState.Waiting, cause)
        : new(TaskState.Accepted);

    /// <summary>State and cause, as the audit trail has them.</summary>
    public override string ToString() => Cause is { } cause ? $"{State}:{cause}" : State.ToString();
}
