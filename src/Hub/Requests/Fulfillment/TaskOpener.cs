using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Unseals a task for the worker.</summary>
internal sealed class TaskOpener(IDbContextFactory<HubDbContext> contexts, RequestVault vault)
{
    /// <summary>Where a task's own values are sealed.</summary>
    public static string PlaceOf(TaskRow task) => $"task:{task.Id:N}";

    /// <summary>Where an item's values are sealed.</summary>
    public static string PlaceOf(TaskRow task, int ordinal) => $"item:{task.Id:N}:{ordinal}";

    /// <summary>The task as it stands; null when the request's key is destroyed.</summary>
    public async Task<TaskWork?> OpenAsync(long taskKey, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var task = await db.Tasks.AsNoTracking().SingleAsync(row => row.Key == taskKey, cancellationToken);
        var request = await db.Requests.AsNoTracking().SingleAsync(row => row.Key == task.RequestKey, cancellationToken);
        var items = await db.TaskItems.AsNoTracking().Where(row => row.TaskKey == taskKey)
            .OrderBy(row => row.Ordinal).ToListAsync(cancellationToken);
        using var key = await vault.OpenAsync(db, request, cancellationToken);
        return key is null
            ? null
            : new TaskWork
            {
                Task = task,
                Request = request,
                Content = RequestVault.ContentOf(key, request)!,
                Identities = RequestVault.Open(
                    key, TaskRow.IdentitiesField, PlaceOf(task), task.Identities, RequestJson.Default.IReadOnlyListSubjectIdentity) ?? [],
                Items = [.. items.Select(item => Open(key, task, item))],
            };
    }

    /// <summary>Ids that a row keeps in one text.</summary>
    public static IReadOnlyList<string> WordsOf(string? text) => text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>An item under its request's key.</summary>
    public static WorkItem Open(PersonKey key, TaskRow task, TaskItemRow item)
    {
        var place = PlaceOf(task, item.Ordinal);
        return new()
        {
            Ordinal = item.Ordinal,
            Target = new(
                item.RecordType,
                RequestVault.Open(key, TaskItemRow.RecordKeyField, place, item.RecordKey, RequestJson.Default.String) ?? "",
                item.Field),
            Fate = item.Fate,
            Reason = item.Reason,
            Outcome = item.Outcome,
            OutcomeAt = item.OutcomeAt,
            VerifiableFrom = item.VerifiableFrom,
            Token = RequestVault.Open(key, TaskItemRow.TokenField, place, item.Token, RequestJson.Default.String),
            Previous = Value(TaskItemRow.PreviousField, item.Previous),
            NewValue = Value(TaskItemRow.NewValueField, item.NewValue),
            ExpectedTag = item.ExpectedTag,
            Blockers = WordsOf(item.Blockers),
            AwaitsReceipt = item.AwaitsReceipt,
        };

        FieldValue? Value(string field, byte[]? box) => RequestVault.Open(key, field, place, box, RequestJson.Default.FieldValue);
    }
}
