using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>
/// Moves tasks from state to state: nobody else does. Each move is one that <see cref="TaskTable"/> allows, and its audit
/// entry is written in the same unit of the write gate, so that there is never one without the other.
/// </summary>
/// <remarks>
/// The one exception is the taking of due tasks (<see cref="TaskClaims"/>), a single statement by which two workers cannot
/// see the same task as free. A hold is no change of what is promised and has no entry of its own.
/// </remarks>
internal sealed class TaskCourse(AuditTrail audit, TimeProvider clock)
{
    /// <summary>Moves a task.</summary>
    /// <exception cref="IllegalTaskMoveException">It may not go there from where it stands.</exception>
    public Task MoveAsync(TaskFile file, TaskMove move, TaskDeed deed, CancellationToken cancellationToken)
    {
        Apply(file.Task, move);
        return RecordAsync(file, deed, cancellationToken);
    }

    /// <summary>Moves a task back to where it stood before its worker took it, if that is where it goes: that is no news.</summary>
    /// <exception cref="IllegalTaskMoveException">It may not go there from where it stands.</exception>
    public Task RestAsync(TaskFile file, TaskMove move, TaskDeed deed, CancellationToken cancellationToken)
    {
        var news = TaskStanding.BeforeHold(file.Task) != move.To;
        Apply(file.Task, move);
        return news ? RecordAsync(file, deed, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Keeps what was done with a task that stays where it is.</summary>
    public Task NoteAsync(TaskFile file, TaskDeed deed, CancellationToken cancellationToken)
    {
        if (file.Task.State == TaskState.Executing)
        {
            // What it waited for has come: whatever it waits for next is news.
            (file.Task.WaitingCause, file.Task.WaitingUntil) = (null, null);
        }

        return RecordAsync(file, deed, cancellationToken);
    }

    private void Apply(TaskRow task, TaskMove move)
    {
        var from = TaskStanding.Of(task);
        if (!TaskTable.Allows(from, move.To))
        {
            throw new IllegalTaskMoveException(task.Id, from, move.To);
        }

        // Whoever is about to take the task as it was, or held it before, comes too late.
        task.Fence += from.State is TaskState.Waiting or TaskState.DeadLetter || (from.State, move.To.State) == (TaskState.Accepted, TaskState.Final) ? 1 : 0;
        (task.State, task.LeaseOwner, task.LeaseUntil) = (move.To.State, null, null);
        (task.WaitingCause, task.WaitingUntil, task.DueAt) = (move.To.Cause, move.Until, move.DueAt);
        task.FinalAt = move.To.State == TaskState.Final ? clock.GetUtcNow() : null;
        task.DeadAt = move.To.State == TaskState.DeadLetter ? clock.GetUtcNow() : null;
    }

    private Task RecordAsync(TaskFile file, TaskDeed deed, CancellationToken cancellationToken) => audit.RecordAsync(
        file.Db,
        deed.By is { } caller
            ? FulfillmentAudit.IntentOf(audit, file.Request, deed.Operation, file.Task, caller)
            : FulfillmentAudit.IntentOf(audit, file.Request, deed.Operation, [file.Task.Source]),
        new AuditOutcome { Outcome = deed.Outcome, Sources = [FulfillmentAudit.SourceOf(file.Task, file.Items)], Records = file.Items.Count },
        cancellationToken);
}
