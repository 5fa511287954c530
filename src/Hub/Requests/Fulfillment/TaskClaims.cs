using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Hands out due tasks to workers, each to one at a time.</summary>
internal sealed class TaskClaims(
    WriteGate gate, IDbContextFactory<HubDbContext> contexts, FulfillmentOptions options, TimeProvider clock)
{
    /// <summary>Claims due tasks of one source, oldest first; tasks of one request at the source one after another.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="source">The source's id.</param>
    /// <param name="owner">Who claims.</param>
    /// <param name="atMost">How many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<TaskLease>> ClaimAsync(
        string register, string source, string owner, int atMost, CancellationToken cancellationToken) =>
        gate.WriteAsync(
            async (db, ct) =>
            {
                var claimed = await ClaimIn(db, register, source, owner, atMost).ToListAsync(ct);
                return (IReadOnlyList<TaskLease>)[.. claimed.Select(task => new TaskLease(task.Key, task.Id, owner, task.Fence))];
            },
            cancellationToken);

    /// <summary>The task for changing, within a unit, if it is still this worker's.</summary>
    /// <exception cref="LeaseLostException">It is not; the unit is undone.</exception>
    public async Task<TaskRow> HoldAsync(HubDbContext db, TaskLease lease, CancellationToken cancellationToken) =>
        await ExtendAsync(db, lease, cancellationToken)
            ? await db.Tasks.SingleAsync(task => task.Key == lease.TaskKey, cancellationToken)
            : throw new LeaseLostException(lease.TaskId);

    /// <summary>Prolongs the hold; false when it is lost.</summary>
    public Task<bool> RenewAsync(TaskLease lease, CancellationToken cancellationToken) =>
        gate.WriteAsync((db, ct) => ExtendAsync(db, lease, ct), cancellationToken);

    /// <summary>Ends every hold; for the start of a process that has the tasks to itself.</summary>
    public Task ReleaseAllAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return gate.WriteAsync(
            (db, ct) => db.Tasks.Where(task => task.State == TaskState.Executing)
                .ExecuteUpdateAsync(set => set.SetProperty(task => task.LeaseUntil, now), ct),
            cancellationToken);
    }

    /// <summary>When something of a source is due next; null while nothing is.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(string register, string source, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();

        // What is due already and was not taken waits for another request of its person, whose end wakes it. What another
        // holds is taken up when its lease ends, if that one is dead by then.
        return await RunnableIn(db)
            .Where(task => task.Register == register && task.Source == source)
            .Select(task => task.State == TaskState.Executing ? task.LeaseUntil : task.DueAt)
            .Where(at => at > now)
            .MinAsync(cancellationToken);
    }

    /// <summary>The sources that have something due by a moment.</summary>
    public async Task<IReadOnlyList<(string Register, string Source)>> DueSourcesAsync(
        DateTimeOffset by, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await RunnableIn(db)
            .Where(task => task.DueAt <= by && (task.State != TaskState.Executing || task.LeaseUntil <= by))
            .Select(task => new { task.Register, task.Source })
            .Distinct()
            .ToListAsync(cancellationToken);
        return [.. due.Select(task => (task.Register, task.Source))];
    }

    private static IQueryable<TaskRow> RunnableIn(HubDbContext db) =>
        from task in db.Tasks.AsNoTracking()
        join request in db.Requests on task.RequestKey equals request.Key
        join bulk in db.BulkErasures on request.BulkKey equals bulk.Key into bulks
        from bulk in bulks.DefaultIfEmpty()
        where (bulk == null || !bulk.Paused) && task.DueAt != null && task.State != TaskState.Final && task.State != TaskState.DeadLetter
        select task;

    private async Task<bool> ExtendAsync(HubDbContext db, TaskLease lease, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + options.Lease;
        var held = db.Tasks.Where(task => task.Key == lease.TaskKey);
        return await (options.Fencing
                ? held.Where(task => task.Fence == lease.Fence && task.LeaseOwner == lease.Owner && task.State == TaskState.Executing)
                : held)
            .ExecuteUpdateAsync(set => set.SetProperty(task => task.LeaseUntil, until), cancellationToken) == 1;
    }

    // One statement, so that no two workers can see the same task as free. The requests of one person come one after the
    // other (RequestOrder), found by the registrant's id and by the hashes of identities; apart, so that each has its index.
    private IQueryable<TaskRow> ClaimIn(HubDbContext db, string register, string source, string owner, int atMost)
    {
        var now = clock.GetUtcNow().UtcTicks;
        var until = now + options.Lease.Ticks;

        // No lease was over at the beginning of time.
        var abandoned = options.Recovery ? now : 0;

        // Of no register there are no others, in whose way one could be.
        var ordered = options.Ordering ? register : "";
        return db.Tasks.FromSql(
            $"""
            UPDATE "FulfillmentTasks"
            SET "State" = {(int)TaskState.Executing}, "LeaseUntil" = {until}, "LeaseOwner" = {owner}, "Fence" = "Fence" + 1
            WHERE "Key" IN (
                SELECT task."Key"
                FROM "FulfillmentTasks" AS task
                JOIN "Requests" AS request ON request."Key" = task."RequestKey"
                LEFT JOIN "BulkErasures" AS bulk ON bulk."Key" = request."BulkKey"
                WHERE task."Register" = {register} AND task."Source" = {source} AND task."DueAt" <= {now}
                    AND (task."State" = {(int)TaskState.Accepted}
                        OR (task."State" = {(int)TaskState.Waiting}
                            AND task."WaitingCause" IN ({(int)WaitingCause.SourceDown}, {(int)WaitingCause.SourceDelay}))
                        OR (task."State" = {(int)TaskState.Executing} AND task."LeaseUntil" <= {abandoned}))
                    AND (bulk."Key" IS NULL OR NOT bulk."Paused")
                    AND NOT EXISTS (
                        SELECT 1 FROM "FulfillmentTasks" AS earlier
                        WHERE earlier."RequestKey" = task."RequestKey" AND earlier."Source" = task."Source"
                            AND earlier."Key" < task."Key" AND earlier."State" <> {(int)TaskState.Final})
                    AND NOT EXISTS (
                        SELECT 1 FROM "Requests" AS other JOIN "FulfillmentTasks" AS before ON before."RequestKey" = other."Key"
                        WHERE other."Register" = {ordered} AND other."RegistrantId" = request."RegistrantId"
                            AND other."EndedAt" IS NULL AND (other."StoppedAt" IS NULL OR before."State" = {(int)TaskState.Executing})
                            AND (other."StartedAt" < request."StartedAt"
                                OR (other."StartedAt" = request."StartedAt" AND other."Key" < request."Key"))
                            AND before."Source" = task."Source" AND before."State" <> {(int)TaskState.Final}
                            AND (before."State" <> {(int)TaskState.Waiting}
                                OR before."WaitingCause" NOT IN ({(int)WaitingCause.Blocker}, {(int)WaitingCause.Recipient})))
                    AND NOT EXISTS (
                        SELECT 1 FROM "RequestSubjects" AS mine
                        JOIN "RequestSubjects" AS theirs ON theirs."Register" = {ordered} AND theirs."Blind" = mine."Blind"
                        JOIN "Requests" AS other ON other."Key" = theirs."RequestKey"
                        JOIN "FulfillmentTasks" AS before ON before."RequestKey" = other."Key"
                        WHERE mine."RequestKey" = request."Key"
                            AND other."EndedAt" IS NULL AND (other."StoppedAt" IS NULL OR before."State" = {(int)TaskState.Executing})
                            AND (other."StartedAt" < request."StartedAt"
                                OR (other."StartedAt" = request."StartedAt" AND other."Key" < request."Key"))
                            AND before."Source" = task."Source" AND before."State" <> {(int)TaskState.Final}
                            AND (before."State" <> {(int)TaskState.Waiting}
                                OR before."WaitingCause" NOT IN ({(int)WaitingCause.Blocker}, {(int)WaitingCause.Recipient})))
                ORDER BY task."DueAt", task."Key"
                LIMIT {atMost})
            RETURNING *
            """).AsNoTracking();
    }
}
