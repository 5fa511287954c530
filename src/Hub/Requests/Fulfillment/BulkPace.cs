using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Spreads the tasks of a bulk erasure over time, so that no source gets more per minute than was approved.</summary>
internal sealed class BulkPace(TimeProvider clock)
{
    /// <summary>When the next task at a source may begin.</summary>
    public async Task<DateTimeOffset> NextAsync(HubDbContext db, RequestRow request, string source, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (request.BulkKey is not { } bulk
            || await db.BulkErasures.FindAsync([bulk], cancellationToken) is not { PerMinute: { } perMinute })
        {
            return now;
        }

        // What is planned in this unit already stands in the tracker only.
        await db.SaveChangesAsync(cancellationToken);
        var last = await TasksOf(db, bulk)
            .Where(task => task.Source == source && (task.State == TaskState.Accepted || task.State == TaskState.Executing))
            .MaxAsync(task => task.DueAt, cancellationToken);
        return last + (TimeSpan.FromMinutes(1) / perMinute) is { } next && next > now ? next : now;
    }

    /// <summary>
    /// Spreads what has not begun anew from now on; for resuming after a pause, when all of it would be overdue at once.
    /// </summary>
    /// <returns>The sources to wake after the commit.</returns>
    public async Task<IReadOnlyList<(string Register, string Source)>> RespreadAsync(
        HubDbContext db, BulkErasureRow bulk, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var step = bulk.PerMinute is { } perMinute ? TimeSpan.FromMinutes(1) / perMinute : TimeSpan.Zero;
        var waiting = await TasksOf(db, bulk.Key)
            .Where(task => task.State == TaskState.Accepted && task.DueAt != null)
            .OrderBy(task => task.DueAt).ThenBy(task => task.Key)
            .ToListAsync(cancellationToken);
        foreach (var source in waiting.GroupBy(task => task.Source))
        {
            foreach (var (place, task) in source.Index())
            {
                task.DueAt = now + (step * place);
            }
        }

        return [.. waiting.Select(task => (task.Register, task.Source)).Distinct()];
    }

    private static IQueryable<TaskRow> TasksOf(HubDbContext db, long bulk) =>
        from task in db.Tasks
        join request in db.Requests on task.RequestKey equals request.Key
        where request.BulkKey == bulk
        select task;
}
