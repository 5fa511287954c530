using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Bulk;

/// <summary>Turns stored bulk erasures into what is shown of them.</summary>
internal sealed class BulkViews(IDbContextFactory<HubDbContext> contexts)
{
    /// <summary>A bulk erasure as it stands in the database now.</summary>
    public async Task<BulkErasure> OfAsync(BulkErasureRow bulk, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var row = await db.BulkErasures.AsNoTracking().SingleAsync(row => row.Key == bulk.Key, cancellationToken).ConfigureAwait(false);
        var requests = await db.Requests.Where(request => request.BulkKey == row.Key)
            .GroupBy(request => request.Status).Select(group => new { Status = group.Key, Count = group.Count() })
            .OrderBy(group => group.Status).ToListAsync(cancellationToken).ConfigureAwait(false);
        var open = await db.Requests.AnyAsync(request => request.BulkKey == row.Key && request.EndedAt == null, cancellationToken).ConfigureAwait(false);
        var tasks = await (
            from task in db.Tasks
            join request in db.Requests on task.RequestKey equals request.Key
            where request.BulkKey == row.Key
            group task by new { task.Source, task.State } into same
            orderby same.Key.Source, same.Key.State
            select new { same.Key.Source, same.Key.State, Count = same.Count() }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var (hash, persons) = await ApprovableAsync(db, row, cancellationToken).ConfigureAwait(false);
        return new()
        {
            Id = row.Id,
            Register = row.Register,
            ClientRequestKey = row.ClientRequestKey,
            Status = StatusOf(row, open, requests.Exists(one => one.Status == RequestStatus.Running)),
            Hash = hash,
            Persons = persons,
            PerMinute = row.PerMinute,
            Skipped = JsonSerializer.Deserialize(row.Skipped, RequestJson.Default.IReadOnlyListSkippedRegistrant)!,
            RequestCounts = [.. requests.Select(one => new RequestCount(one.Status, one.Count))],
            TaskCounts = [.. tasks.Select(one => new TaskCount(one.Source, one.State, one.Count))],
            RequestedBy = row.RequestedBy,
            CreatedAt = row.CreatedAt,
            ApprovedBy = row.ApprovedBy,
            ApprovedAt = row.ApprovedAt,
        };
    }

    /// <summary>The plans of everybody in one.</summary>
    public async Task<BulkPlan> PlanOfAsync(Guid bulk, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var stored = await db.Requests.Where(row => db.BulkErasures.Any(one => one.Key == row.BulkKey && one.Id == bulk))
            .Select(row => row.Plan).ToListAsync(cancellationToken).ConfigureAwait(false);
        var plans = stored.ConvertAll(plan => JsonSerializer.Deserialize(plan, RequestJson.Default.Plan)!);
        return new(
            [.. plans.SelectMany(plan => plan.Items)
                .GroupBy(item => (item with { Records = 0, Statements = [], Blockers = [] }, string.Join(' ', item.Statements), string.Join(' ', item.Blockers)))
                .Select(same => same.First() with { Records = same.Sum(item => item.Records) })
                .OrderBy(item => item.Source, StringComparer.Ordinal)
                .ThenBy(item => item.RecordType, StringComparer.Ordinal)
                .ThenBy(item => item.Field, StringComparer.Ordinal)
                .ThenBy(item => item.Fate)
                .ThenBy(item => item.Until)],
            [.. plans.SelectMany(plan => plan.NotReached).CountBy(one => one.Source).OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => new SourceWaiting(one.Key, one.Value))],
            plans.Count(plan => plan.Undecided.Count > 0));
    }

    private static async Task<(string? Hash, int Persons)> ApprovableAsync(HubDbContext db, BulkErasureRow row, CancellationToken cancellationToken)
    {
        if (row.ApprovedAt is not null || row.Hash.Length == 0)
        {
            return (row.Hash.Length == 0 ? null : row.Hash, row.Persons);
        }

        var hashes = await BulkStore.WaitingIn(db, row).Select(request => request.PlanHash).ToListAsync(cancellationToken).ConfigureAwait(false);
        return (BulkHash.Of(hashes), hashes.Count);
    }

    private static BulkErasureStatus StatusOf(BulkErasureRow row, bool open, bool running) => row switch
    {
        { Hash: "" } => BulkErasureStatus.Storing,
        _ when !open => BulkErasureStatus.Done,
        { ApprovedAt: null } => BulkErasureStatus.AwaitingApproval,
        { Paused: true } => BulkErasureStatus.Paused,
        _ => running ? BulkErasureStatus.Running : BulkErasureStatus.NeedsPerson,
    };
}
