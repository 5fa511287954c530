using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Where a task goes when its worker lets go of it.</summary>
internal static class TaskRest
{
    /// <summary>Where it goes by the outcomes of its items: it waits for its source or a person, or is final.</summary>
    public static TaskMove Settle(TaskRow task, IReadOnlyList<TaskItemRow> items, DateTimeOffset now)
    {
        foreach (var item in items.Where(item => item.Outcome is null && PlannedOutcome.Of(item.Fate) is not null))
        {
            (item.Outcome, item.OutcomeAt) = (PlannedOutcome.Of(item.Fate), now);
        }

        var unread = items.Where(item => item.Outcome is Outcome.Applied or Outcome.Deferred).ToList();
        var open = items.Where(item => item.Outcome is null or Outcome.Conflict or Outcome.Failed or Outcome.Unsupported).ToList();
        if (unread.Count > 0)
        {
            return TaskMove.Wait(WaitingCause.SourceDelay, unread.Min(item => item.VerifiableFrom) ?? now);
        }

        if (open.Count > 0)
        {
            task.Instruction = string.Join('\n', open.Select(Instruction).Distinct(StringComparer.Ordinal));
            return TaskMove.Wait(WaitingCause.Person, null);
        }

        // A receipt first: whoever has it brings the hub to look at the blockers again.
        var retained = items.Where(item => item.Outcome == Outcome.Retained).ToList();
        return retained.Exists(item => item.AwaitsReceipt) ? TaskMove.Wait(WaitingCause.Recipient, null)
            : retained.Exists(item => item.Blockers is not null) ? TaskMove.Wait(WaitingCause.Blocker, null)
            : TaskMove.End;
    }

    /// <summary>Nothing of it is left to do but what a blocker keeps, or what a recipient has to confirm first.</summary>
    public static bool IsThrough(TaskRow task) =>
        task.State == TaskState.Final || task is { State: TaskState.Waiting, WaitingCause: WaitingCause.Blocker or WaitingCause.Recipient };

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
