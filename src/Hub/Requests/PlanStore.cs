using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Writes a plan with its tasks and items, what tells of the person sealed; within a unit of the write gate.</summary>
internal static class PlanStore
{
    /// <summary>Adds the tasks of a request that is saved already, and gives it the plan.</summary>
    public static async Task WriteAsync(
        HubDbContext db, RequestRow request, DraftPlan draft, PersonKey key, CancellationToken cancellationToken)
    {
        request.Plan = JsonSerializer.Serialize(draft.Plan, RequestJson.Default.Plan);
        request.PlanHash = draft.Plan.Hash;
        var tasks = draft.Tasks.Select(task => (Planned: task, Row: TaskOf(request, task, key))).ToList();
        db.Tasks.AddRange(tasks.Select(task => task.Row));
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        db.TaskItems.AddRange(tasks.SelectMany(task =>
            task.Planned.Items.Select((item, ordinal) => SealedItem.Of(key, task.Row, ordinal, item))));
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts another plan in the place of one of which nothing has begun.</summary>
    public static async Task ReplaceAsync(
        HubDbContext db, RequestRow request, DraftPlan draft, PersonKey key, CancellationToken cancellationToken)
    {
        var tasks = db.Tasks.Where(task => task.RequestKey == request.Key);
        await db.TaskItems.Where(item => tasks.Any(task => task.Key == item.TaskKey)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await tasks.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await WriteAsync(db, request, draft, key, cancellationToken).ConfigureAwait(false);
    }

    private static TaskRow TaskOf(RequestRow request, PlannedTask planned, PersonKey key)
    {
        var task = new TaskRow
        {
            Id = Guid.NewGuid(),
            RequestKey = request.Key,
            Register = request.Register,
            Source = planned.Source,
            Kind = request.Kind,
            After = string.Join(' ', planned.After),
            Unplanned = planned.NotReached,
        };
        task.Identities = RequestVault.Seal(
            key, TaskRow.IdentitiesField, TaskOpener.PlaceOf(task), planned.Identities, RequestJson.Default.IReadOnlyListSubjectIdentity);
        return task;
    }
}
