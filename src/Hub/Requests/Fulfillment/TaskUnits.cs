using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Changes of a task by the worker that holds it, each one unit of the write gate.</summary>
internal sealed class TaskUnits(
    WriteGate gate,
    TaskClaims claims,
    RequestSettlement settlement,
    RequestWaking waking,
    TaskCourse course,
    DeadLetterAlert alert)
{
    /// <summary>Runs a change behind the fence, with its audit entry, and brings the request in step.</summary>
    /// <param name="lease">The worker's hold.</param>
    /// <param name="outcome">What the audit calls it.</param>
    /// <param name="change">Changes the tracked rows and says where the task goes; null while its worker goes on holding it.</param>
    /// <param name="cancellationToken">Ends the wait for a turn.</param>
    /// <exception cref="LeaseLostException">The task is not this worker's any more; nothing is changed.</exception>
    public async Task RunAsync(
        TaskLease lease, string outcome, Func<TaskFile, CancellationToken, Task<TaskMove?>> change, CancellationToken cancellationToken)
    {
        var (request, task, wake) = await gate.WriteAsync(
            async (db, ct) =>
            {
                var task = await claims.HoldAsync(db, lease, ct);
                var file = new TaskFile(
                    db,
                    await db.Requests.SingleAsync(row => row.Key == task.RequestKey, ct),
                    task,
                    await db.TaskItems.Where(row => row.TaskKey == task.Key).OrderBy(row => row.Ordinal).ToListAsync(ct));
                await (await change(file, ct) is not { } move ? course.NoteAsync(file, TaskDeed.Work(outcome), ct)
                    : HasReadOn(outcome) ? course.MoveAsync(file, move, TaskDeed.Work(outcome), ct)
                    : course.RestAsync(file, move, TaskDeed.Work(outcome), ct));
                return (file.Request.Id, task, await settlement.SettleAsync(db, file.Request, ct));
            },
            cancellationToken);

        if (task.State == TaskState.DeadLetter)
        {
            alert.Raise(task.Register, task.Source, task.Id);
        }

        await waking.AfterAsync(request, wake);
    }

    // That a source is still down says nothing new; a day of it would fill the trail. That it was read tells who saw what.
    private static bool HasReadOn(string outcome) => outcome is not ("failed" or "settled" or "closed");
}
