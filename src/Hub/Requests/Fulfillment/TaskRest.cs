using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>How a task stands when its worker lets go of it.</summary>
internal static class TaskRest
{
    /// <summary>Waits for its source, for a person, or is final, by the outcomes of its items.</summary>
    public static void Settle(TaskRow task, IReadOnlyList<TaskItemRow> items, DateTimeOffset now)
    {
        foreach (var item in items.Where(item => item.Outcome is null && PlannedOutcome.Of(item.Fate) is not null))
        {
            (item.Outcome, item.OutcomeAt) = (PlannedOutcome.Of(item.Fate), now);
        }

        var unread = items.Where(item => item.Outcome is Outcome.Applied or Outcome.Deferred).ToList();
        var open = items.Where(item => item.Outcome is null or Outcome.Conflict or Outcome.Failed or Outcome.Unsupported).ToList();
        if (unread.Count > 0)
        {
            Wait(task, WaitingCause.SourceDelay, unread.Min(item => item.VerifiableFrom) ?? now);
        }
        else if (open.Count > 0)
        {
            Wait(task, WaitingCause.Person, null);
            task.Instruction = string.Join('\n', open.Select(Instruction).Distinct(StringComparer.Ordinal));
        }
        else if (items.Any(item => item is { Outcome: Outcome.Retained, Blockers: not null }))
        {
            Wait(task, WaitingCause.Blocker, null);
        }
        else
        {
            LetGo(task, TaskState.Final);
            task.FinalAt = now;
        }
    }

    /// <summary>Nothing of it is left to do but what a blocker keeps.</summary>
    public static bool IsThrough(TaskRow task) =>
        task.State == TaskState.Final || task is { State: TaskState.Waiting, WaitingCause: WaitingCause.Blocker };

    /// <summary>Waits; by itself where there is a moment at which it goes on.</summary>
    public static void Wait(TaskRow task, WaitingCause cause, DateTimeOffset? until)
    {
        LetGo(task, TaskState.Waiting);
        (task.WaitingCause, task.WaitingUntil, task.DueAt) = (cause, until, until);
    }

    /// <summary>Nobody holds it any more and nothing is due.</summary>
    public static void LetGo(TaskRow task, TaskState state)
    {
        (task.State, task.LeaseOwner, task.LeaseUntil) = (state, null, null);
        (task.WaitingCause, task.WaitingUntil, task.DueAt) = (null, null, null);
    }

    private static string Instruction(TaskItemRow item)
    {
        var what = item.Field is null ? item.RecordType : $"{item.RecordType}.{item.Field}";
        return item switch
        {
            { Outcome: Outcome.Conflict } => $"{what}: the source holds something else than was decided on. {item.Reason}",
            { Outcome: Outcome.Failed } => $"{what}: {item.Reason}",
            { Fate: Fate.Manual, Reason: { } instruction } => $"{what}: {instruction}",
            { Reason: { } reason } => $"{what}: the source cannot do it. {reason} Do it by hand or excuse it.",
            _ => $"{what}: the source cannot do it. Do it by hand or excuse it.",
        };
    }
}
