using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registrants.Blockers;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>
/// Looks whether what keeps the rest of an erasure is lifted, and then has it go on: each task plans its share anew and does
/// what was approved; what was not, such as of somebody who has become a customer again, waits for approval.
/// </summary>
/// <remarks>Only the sources that tell the facts of blockers still open are asked. A round that is cut short leaves the rest to the next.</remarks>
internal sealed partial class BlockerChecks(
    CatalogHolder catalogs,
    IDbContextFactory<HubDbContext> contexts,
    WriteGate gate,
    LiveBlockers live,
    RequestSettlement settlement,
    RequestWaking waking,
    AuditTrail audit,
    ILogger<BlockerChecks> log)
{
    /// <summary>Looks at every request that waits so.</summary>
    /// <returns>How many go on.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var request in await WaitingAsync(cancellationToken))
        {
            try
            {
                count += await CheckAsync(request, cancellationToken) ? 1 : 0;
            }
            catch (Exception cause) when (cause is not OperationCanceledException)
            {
                LogFailed(log, request.Id, cause.GetType().Name);
            }
        }

        return count;
    }

    private static IQueryable<TaskRow> KeptTasks(HubDbContext db) =>
        db.Tasks.Where(task => task.WaitingCause == WaitingCause.Blocker && task.State == TaskState.Waiting);

    private static IQueryable<RequestRow> Waiting(HubDbContext db) =>
        db.Requests.Where(request => request.StoppedAt == null
            && (request.Status == RequestStatus.DoneWithRetention || request.Status == RequestStatus.Running || request.Status == RequestStatus.NeedsPerson)
            && KeptTasks(db).Any(task => task.RequestKey == request.Key));

    private async Task<IReadOnlyList<RequestRow>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Waiting(db).AsNoTracking().OrderBy(request => request.Key).ToListAsync(cancellationToken);
    }

    private async Task<bool> CheckAsync(RequestRow request, CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        if (lease.Catalog.FindRegister(request.Register) is not { } register)
        {
            return false;
        }

        var open = await OpenRulesAsync(request, cancellationToken);
        var rules = register.Pack.Blockers.Where(rule => open.Contains(rule.Id)).ToList();
        var standing = await live.ReadAsync(lease.Catalog, register, rules, request, cancellationToken);
        var planned = JsonSerializer.Deserialize(request.Plan, RequestJson.Default.Plan)!;
        if (rules.Count == open.Count && !standing.Any(now => HasChanged(planned, now)))
        {
            return false;
        }

        var wake = await gate.WriteAsync((db, ct) => ContinueAsync(db, request, ct), cancellationToken);
        await waking.AfterAsync(request.Id, wake);
        return wake.Count > 0;
    }

    // That it is not known any more lifts nothing; that it is known at last corrects what is told.
    private static bool HasChanged(Plan planned, ErasureBlocker now) =>
        now.State == BlockerState.DoesNotHold
        || (now.State == BlockerState.Holds && planned.Blockers.FirstOrDefault(one => one.Rule == now.Rule) is { State: BlockerState.NotKnown });

    private async Task<IReadOnlySet<string>> OpenRulesAsync(RequestRow request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var kept = await (
            from item in db.TaskItems.AsNoTracking()
            join task in KeptTasks(db) on item.TaskKey equals task.Key
            where task.RequestKey == request.Key && item.Outcome == Outcome.Retained && item.Blockers != null
            select item.Blockers).Distinct().ToListAsync(cancellationToken);
        return kept.SelectMany(TaskOpener.WordsOf).ToHashSet(StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<(string Register, string Source)>> ContinueAsync(
        HubDbContext db, RequestRow found, CancellationToken cancellationToken)
    {
        // Somebody may have withdrawn it, or another round been quicker.
        if (await Waiting(db).SingleOrDefaultAsync(row => row.Key == found.Key, cancellationToken) is not { } request)
        {
            return [];
        }

        var tasks = await KeptTasks(db).Where(task => task.RequestKey == request.Key).ToListAsync(cancellationToken);
        var keys = tasks.Select(task => task.Key).ToList();
        foreach (var item in await db.TaskItems.Where(item => keys.Contains(item.TaskKey) && item.Outcome == Outcome.Retained).ToListAsync(cancellationToken))
        {
            (item.Outcome, item.OutcomeAt) = (null, null);
        }

        foreach (var task in tasks)
        {
            TaskRest.LetGo(task, TaskState.Accepted);
            (task.Attempt, task.Strikes, task.Failure) = (0, 0, null);
        }

        (request.EndedAt, request.Status, request.Reason) = (null, RequestStatus.Running, null);
        await audit.RecordAsync(
            db,
            FulfillmentAudit.IntentOf(audit, request, "blockerLifted", [.. tasks.Select(task => task.Source)]),
            new AuditOutcome { Outcome = "continued" },
            cancellationToken);
        return await settlement.SettleAsync(db, request, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Whether the erasure {Request} can go on could not be looked up ({ExceptionType}); the next round tries again.")]
    private static partial void LogFailed(ILogger log, Guid request, string exceptionType);
}
