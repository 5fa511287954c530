using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Stops what a request has not done yet, within a unit of the write gate, and tells what it has done.</summary>
internal sealed class RequestStopping(TaskCourse course, TimeProvider clock)
{
    /// <summary>Why a request stops whose person turned out to be two.</summary>
    public const string Separated = "Identities were separated while it ran.";

    /// <summary>
    /// Cancels the open items of every task but those that a worker holds: they end after the call they are in.
    /// </summary>
    /// <returns>What was done or is being done.</returns>
    public async Task<IReadOnlyList<PlanItem>> StopAsync(
        HubDbContext db, RequestRow request, string reason, CancellationToken cancellationToken)
    {
        var (tasks, items) = await LoadAsync(db, request, cancellationToken).ConfigureAwait(false);
        foreach (var task in tasks.Where(task => task.State is not (TaskState.Final or TaskState.Executing)))
        {
            foreach (var item in items[task.Key].Where(item => item.Outcome is null))
            {
                (item.Outcome, item.OutcomeAt, item.Reason) = (Outcome.Cancelled, clock.GetUtcNow(), reason);
            }

            await course.MoveAsync(new(db, request, task, [.. items[task.Key]]), TaskMove.End, TaskDeed.Work("stopped"), cancellationToken).ConfigureAwait(false);
        }

        return DoneOf(tasks, items);
    }

    /// <summary>What a request has done or is just doing, as it stands now.</summary>
    public static async Task<IReadOnlyList<PlanItem>> DoneAsync(HubDbContext db, RequestRow request, CancellationToken cancellationToken)
    {
        var (tasks, items) = await LoadAsync(db, request, cancellationToken).ConfigureAwait(false);
        return DoneOf(tasks, items);
    }

    private static async Task<(List<TaskRow> Tasks, ILookup<long, TaskItemRow> Items)> LoadAsync(
        HubDbContext db, RequestRow request, CancellationToken cancellationToken)
    {
        var tasks = await db.Tasks.Where(task => task.RequestKey == request.Key).OrderBy(task => task.Key)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var keys = tasks.Select(task => task.Key).ToList();
        var items = await db.TaskItems.Where(item => keys.Contains(item.TaskKey)).OrderBy(item => item.Key)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return (tasks, items.ToLookup(item => item.TaskKey));
    }

    private static IReadOnlyList<PlanItem> DoneOf(List<TaskRow> tasks, ILookup<long, TaskItemRow> items) =>
    [
        .. from task in tasks
           from item in items[task.Key]
           where item.Outcome is Outcome.Verified or Outcome.Applied or Outcome.Deferred
               || (task.State == TaskState.Executing && item.Outcome is null)
           group item by (task.Source, item.RecordType, item.Field, item.Fate, item.Article) into done
           select new PlanItem
           {
               Source = done.Key.Source,
               RecordType = done.Key.RecordType,
               Field = done.Key.Field,
               Records = done.Count(),
               Fate = done.Key.Fate,
               Article = done.Key.Article,
               Reason = done.Any(item => item.Outcome is null) ? "It is being done just now." : "It was done before.",
           },
    ];
}
