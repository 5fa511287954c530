using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Requests.Bulk;

/// <summary>Begins, pauses and resumes bulk erasures, each within one unit of the write gate.</summary>
internal sealed class BulkStart(BulkPace pace, FourEyesRule fourEyes, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Approves every plan that waits and has the first tasks become due, spread as the pace says; the same again changes nothing.</summary>
    /// <returns>The requests that began and the sources to wake after the commit.</returns>
    /// <exception cref="RequestException">It is not what was looked at, does not wait for approval, or somebody else has to approve it.</exception>
    public async Task<(IReadOnlyList<Guid> Requests, IReadOnlyList<(string Register, string Source)> Wake)> ApproveAsync(
        HubDbContext db, long key, string hash, int persons, Caller caller, CancellationToken cancellationToken)
    {
        var bulk = await db.BulkErasures.SingleAsync(row => row.Key == key, cancellationToken).ConfigureAwait(false);
        if (bulk.ApprovedAt is not null && bulk.Hash == hash && bulk.Persons == persons)
        {
            return ([], []);
        }

        var waiting = await BulkStore.WaitingIn(db, bulk).AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
        Demand(bulk, waiting, hash, persons);
        var now = clock.GetUtcNow();
        (bulk.Hash, bulk.Persons, bulk.ApprovedBy, bulk.ApprovedAt) = (hash, persons, caller.Name, now);
        var eyes = fourEyes.Hold(waiting[0], caller.Name);
        foreach (var request in waiting)
        {
            await audit.RecordAsync(
                db, RequestAudit.IntentOf(audit, request, "approveErasures", caller), new AuditOutcome { Outcome = FourEyesRule.OutcomeOf(eyes) }, cancellationToken)
                .ConfigureAwait(false);
        }

        // Upstream first: what waits for another source is released when that one has ended.
        await db.Tasks.Where(task => task.After == "" && task.State == TaskState.Accepted
                && BulkStore.WaitingIn(db, bulk).Any(request => request.Key == task.RequestKey))
            .ExecuteUpdateAsync(set => set.SetProperty(task => task.DueAt, now), cancellationToken).ConfigureAwait(false);
        await db.Requests.Where(row => row.BulkKey == key && row.Status == RequestStatus.AwaitingApproval && row.EndedAt == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Status, RequestStatus.Running)
                    .SetProperty(row => row.ApprovedHash, row => row.PlanHash)
                    .SetProperty(row => row.ApprovedBy, caller.Name)
                    .SetProperty(row => row.ApprovedAt, now)
                    .SetProperty(row => row.StartedAt, now)
                    .SetProperty(row => row.FourEyes, eyes)
                    .SetProperty(row => row.Reason, (string?)null),
                cancellationToken).ConfigureAwait(false);
        return ([.. waiting.Select(request => request.Id)], await pace.RespreadAsync(db, bulk, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Begins nothing more, or goes on; the same again changes nothing.</summary>
    /// <returns>The sources to wake after the commit.</returns>
    public async Task<IReadOnlyList<(string Register, string Source)>> PauseAsync(
        HubDbContext db, long key, bool paused, Caller caller, CancellationToken cancellationToken)
    {
        var bulk = await db.BulkErasures.SingleAsync(row => row.Key == key, cancellationToken).ConfigureAwait(false);
        if (bulk.ApprovedAt is null)
        {
            throw new RequestException(RequestMistakes.NotAwaitingApproval, "Nothing of it runs: it was not approved yet.");
        }

        if (bulk.Paused == paused)
        {
            return [];
        }

        bulk.Paused = paused;
        await audit.RecordAsync(
            db, BulkStore.IntentOf(bulk, paused ? "pauseErasures" : "resumeErasures", caller), new AuditOutcome { Outcome = "done" }, cancellationToken)
            .ConfigureAwait(false);
        return paused ? [] : await pace.RespreadAsync(db, bulk, cancellationToken).ConfigureAwait(false);
    }

    private static void Demand(BulkErasureRow bulk, List<RequestRow> waiting, string hash, int persons)
    {
        if (bulk.Hash.Length == 0)
        {
            throw new RequestException(
                RequestMistakes.NotAwaitingApproval, "Not all of it is stored; send it again under its clientRequestKey, then approve it.");
        }

        if (bulk.ApprovedAt is not null || waiting.Count == 0)
        {
            throw new RequestException(RequestMistakes.NotAwaitingApproval, "Nothing of it awaits approval together.");
        }

        var now = BulkHash.Of([.. waiting.Select(request => request.PlanHash)]);
        if (hash != now || persons != waiting.Count)
        {
            throw new RequestException(
                [new(RequestMistakes.PlanChanged, $"This is not what would be done: {waiting.Count} people's plans wait. Look at them again; approve their hash and their number.", now)]);
        }
    }
}
