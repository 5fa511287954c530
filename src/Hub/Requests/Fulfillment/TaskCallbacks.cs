using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Takes the calls of sources that say that pending work is done. A call is believed no more than an answer: it has the source looked at now.</summary>
internal sealed class TaskCallbacks(
    CallbackTokens tokens, WriteGate gate, RequestWaking waking, AuditTrail audit, TimeProvider clock)
{
    private const string Role = "source";

    /// <summary>False when there is no such task or the token is not its own. A task that waits for nothing stays as it is.</summary>
    public async Task<bool> CameAsync(Guid task, string token, CancellationToken cancellationToken)
    {
        if (!tokens.IsOf(task, token))
        {
            return false;
        }

        var (known, request, wake) = await gate.WriteAsync((db, ct) => LookNowAsync(db, task, ct), cancellationToken);
        if (wake.Count > 0)
        {
            await waking.AfterAsync(request, wake);
        }

        return known;
    }

    private async Task<(bool Known, Guid Request, IReadOnlyList<(string Register, string Source)> Wake)> LookNowAsync(
        HubDbContext db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.Tasks.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } task)
        {
            return (false, Guid.Empty, []);
        }

        var now = clock.GetUtcNow();
        if (task is not { State: TaskState.Waiting, WaitingCause: WaitingCause.SourceDelay } || !(task.DueAt > now))
        {
            return (true, Guid.Empty, []);
        }

        var items = await db.TaskItems.Where(item => item.TaskKey == task.Key).ToListAsync(cancellationToken);
        foreach (var item in items.Where(item => item.VerifiableFrom > now))
        {
            item.VerifiableFrom = now;
        }

        (task.WaitingUntil, task.DueAt) = (now, now);
        var request = await db.Requests.SingleAsync(row => row.Key == task.RequestKey, cancellationToken);
        await audit.RecordAsync(
            db,
            FulfillmentAudit.IntentOf(audit, request, "sourceCalledBack", [task.Source]) with { Actor = task.Source, Role = Role },
            new AuditOutcome { Outcome = "looked", Sources = [FulfillmentAudit.SourceOf(task, items)] },
            cancellationToken);
        return (true, request.Id, [(task.Register, task.Source)]);
    }
}
