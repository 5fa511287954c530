using System.Text.Json;
using Microsoft.EntityFrameworkCore;
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
    LiftedWaits lifted,
    RequestWaking waking,
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

    private async Task<IReadOnlyList<RequestRow>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await LiftedWaits.RequestsIn(db, WaitingCause.Blocker).AsNoTracking().OrderBy(request => request.Key).ToListAsync(cancellationToken);
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

        var wake = await gate.WriteAsync(
            (db, ct) => lifted.ContinueAsync(db, request.Key, WaitingCause.Blocker, new("blockerLifted", "continued"), ct), cancellationToken);
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
            join task in LiftedWaits.TasksIn(db, WaitingCause.Blocker) on item.TaskKey equals task.Key
            where task.RequestKey == request.Key && item.Outcome == Outcome.Retained && item.Blockers != null
            select item.Blockers).Distinct().ToListAsync(cancellationToken);
        return kept.SelectMany(TaskOpener.WordsOf).ToHashSet(StringComparer.Ordinal);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Whether the erasure {Request} can go on could not be looked up ({ExceptionType}); the next round tries again.")]
    private static partial void LogFailed(ILogger log, Guid request, string exceptionType);
}
