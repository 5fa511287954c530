using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>
/// Has erasures go on of which a rest waited: for a blocker, or for the receipt of what was handed over first. Each task plans
/// its share anew and does what was approved. Within a unit of the write gate.
/// </summary>
internal sealed class LiftedWaits(TaskCourse course, RequestSettlement settlement, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The tasks that wait for a cause.</summary>
    public static IQueryable<TaskRow> TasksIn(HubDbContext db, WaitingCause cause) =>
        db.Tasks.Where(task => task.WaitingCause == cause && task.State == TaskState.Waiting);

    /// <summary>The requests of which a rest waits for a cause and may go on.</summary>
    public static IQueryable<RequestRow> RequestsIn(HubDbContext db, WaitingCause cause) =>
        db.Requests.Where(request => request.StoppedAt == null
            && (request.Status == RequestStatus.DoneWithRetention || request.Status == RequestStatus.Running || request.Status == RequestStatus.NeedsPerson)
            && TasksIn(db, cause).Any(task => task.RequestKey == request.Key));

    /// <summary>Has a request go on whose cause is lifted; nothing when somebody withdrew it, or another was quicker.</summary>
    /// <returns>The sources to wake after the commit.</returns>
    public async Task<IReadOnlyList<(string Register, string Source)>> ContinueAsync(
        HubDbContext db, long key, WaitingCause cause, TaskDeed deed, CancellationToken cancellationToken)
    {
        if (await RequestsIn(db, cause).SingleOrDefaultAsync(row => row.Key == key, cancellationToken) is not { } request)
        {
            return [];
        }

        var tasks = await TasksIn(db, cause).Where(task => task.RequestKey == request.Key).ToListAsync(cancellationToken);
        var keys = tasks.Select(task => task.Key).ToList();
        var items = (await db.TaskItems.Where(item => keys.Contains(item.TaskKey)).ToListAsync(cancellationToken)).ToLookup(item => item.TaskKey);
        foreach (var task in tasks)
        {
            foreach (var item in items[task.Key].Where(item => item.Outcome == Outcome.Retained))
            {
                (item.Outcome, item.OutcomeAt) = (null, null);
            }

            (task.Attempt, task.Strikes, task.Failure) = (0, 0, null);
            await course.MoveAsync(new(db, request, task, [.. items[task.Key]]), TaskMove.Accept(null), TaskDeed.Work("lifted"), cancellationToken);
        }

        // What began meanwhile is not overtaken.
        (request.EndedAt, request.Status, request.Reason, request.StartedAt) = (null, RequestStatus.Running, null, clock.GetUtcNow());
        await audit.RecordAsync(
            db,
            FulfillmentAudit.IntentOf(audit, request, deed.Operation, [.. tasks.Select(task => task.Source)]),
            new AuditOutcome { Outcome = deed.Outcome },
            cancellationToken);
        return await settlement.SettleAsync(db, request, cancellationToken);
    }
}
