using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Carries out what a person decides about a task: who may, in which states, audited, with the request brought in step.</summary>
internal sealed class TaskDesk(
    WriteGate gate,
    IDbContextFactory<HubDbContext> contexts,
    RequestVault vault,
    RequestSettlement settlement,
    RequestWaking waking,
    DecisionKeys keys,
    TaskCourse course)
{
    /// <summary>The task, if the caller may decide about it and it needs somebody.</summary>
    /// <exception cref="RequestException">One of the two does not hold.</exception>
    public async Task<TaskRow> FindAsync(Guid task, Caller caller, CancellationToken cancellationToken)
    {
        if (caller.Role != Roles.DataProtectionOfficer)
        {
            throw new RequestException(RequestMistakes.Forbidden, "Only a data protection officer decides about tasks.");
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Tasks.AsNoTracking().SingleOrDefaultAsync(row => row.Id == task, cancellationToken);
        if (found is null || !caller.CanSee(found.Register))
        {
            throw new RequestException(RequestMistakes.UnknownTask, "There is no task of this id that you may see.");
        }

        CheckNeedsSomebody(found);
        return found;
    }

    /// <summary>Runs a decision in one unit with its audit entry, then wakes what it set free.</summary>
    /// <param name="decision">What is decided; its operation is what the audit calls it.</param>
    /// <param name="found">The task as it was when the decision was taken.</param>
    /// <param name="caller">Who decided.</param>
    /// <param name="decide">Changes the tracked rows and says where the task goes, null when it stays; a <see cref="RequestException"/> undoes all.</param>
    /// <param name="cancellationToken">Ends the wait for a turn.</param>
    /// <returns>The request's id.</returns>
    public async Task<Guid> DecideAsync(
        Decision decision, TaskRow found, Caller caller, Func<TaskFile, CancellationToken, Task<TaskMove?>> decide, CancellationToken cancellationToken)
    {
        var (request, wake) = await gate.WriteAsync(
            async (db, ct) =>
            {
                var file = await FileAsync(db, found, ct);
                await keys.KeepAsync(db, decision, caller, file.Request.Id, ct);
                var deed = new TaskDeed(decision.Operation, "done", caller);
                if (await decide(file, ct) is { } move)
                {
                    file.Task.Instruction = null;
                    await course.MoveAsync(file, move, deed, ct);
                }
                else
                {
                    await course.NoteAsync(file, deed, ct);
                }

                return (file.Request.Id, await WakeAfterAsync(file, ct));
            },
            cancellationToken);

        await waking.AfterAsync(request, wake);

        return request;
    }

    /// <summary>Keeps the evidence under the request's key.</summary>
    public async Task SealEvidenceAsync(TaskFile file, string evidence, CancellationToken cancellationToken)
    {
        using var key = await vault.OpenAsync(file.Db, file.Request, cancellationToken);
        file.Task.Evidence = key is null
            ? null
            : RequestVault.Seal(key, TaskRow.EvidenceField, TaskOpener.PlaceOf(file.Task), evidence, RequestJson.Default.String);
    }

    private async Task<IReadOnlyList<(string Register, string Source)>> WakeAfterAsync(TaskFile file, CancellationToken cancellationToken)
    {
        var released = await settlement.SettleAsync(file.Db, file.Request, cancellationToken);

        // Also where the task is final: another request of the person may have waited for it there.
        return [.. released.Append((file.Task.Register, file.Task.Source)).Distinct()];
    }

    private static async Task<TaskFile> FileAsync(HubDbContext db, TaskRow found, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.SingleAsync(row => row.Key == found.Key, cancellationToken);
        CheckNeedsSomebody(task);
        var request = await db.Requests.SingleAsync(row => row.Key == task.RequestKey, cancellationToken);
        if (request.EndedAt is not null)
        {
            throw new RequestException(RequestMistakes.Ended, "The request has ended.");
        }

        var items = await db.TaskItems.Where(row => row.TaskKey == task.Key).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken);
        return new TaskFile(db, request, task, items);
    }

    private static void CheckNeedsSomebody(TaskRow task)
    {
        if (task is not ({ State: TaskState.DeadLetter }
            or { State: TaskState.Waiting, WaitingCause: WaitingCause.Person or WaitingCause.SourceDown }))
        {
            throw new RequestException(
                RequestMistakes.NotWaitingForPerson, "The task neither waits for somebody or its source, nor was it given up.");
        }
    }
}
