using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Makes, from the sealed previous values, the corrections that turn a rectification back.</summary>
internal sealed class CorrectionUndo(IDbContextFactory<HubDbContext> contexts, RequestVault vault, RecordSeal seal)
{
    /// <summary>What turns back what the sources did; null when there is nothing, or the values are not kept any more.</summary>
    public async Task<RectificationContent?> OfAsync(ConnectorCatalog catalog, RequestRow request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        using var key = await vault.OpenAsync(db, request, cancellationToken).ConfigureAwait(false);
        if (key is null || request.Kind != DataSubjectRequestKind.Rectification)
        {
            return null;
        }

        var done = await (
            from item in db.TaskItems.AsNoTracking()
            join task in db.Tasks.AsNoTracking() on item.TaskKey equals task.Key
            where task.RequestKey == request.Key && item.Fate == Fate.Correct && item.Field != null && item.NewValue != null
                && item.Previous != null && (item.Outcome == Outcome.Verified || item.Outcome == Outcome.Applied)
            select new { Task = task, Item = item }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var corrections = new List<Correction>();
        foreach (var (task, item) in done.Select(one => (one.Task, one.Item)))
        {
            var place = TaskOpener.PlaceOf(task, item.Ordinal);
            if (catalog.FindSource(task.Register, task.Source) is { } source)
            {
                var target = new RecordTarget(
                    item.RecordType, RequestVault.Open(key, TaskItemRow.RecordKeyField, place, item.RecordKey, RequestJson.Default.String)!, item.Field);
                var now = RequestVault.Open(key, TaskItemRow.NewValueField, place, item.NewValue, RequestJson.Default.FieldValue)!;
                corrections.Add(new()
                {
                    Targets = [new(seal.Ref(source, target), seal.Tag(source, target, now))],
                    Defect = Defect.Wrong,
                    NewValue = RequestVault.Open(key, TaskItemRow.PreviousField, place, item.Previous, RequestJson.Default.FieldValue),
                    Ground = $"Turns back the withdrawn request {request.Id}.",
                });
            }
        }

        return corrections.Count == 0 ? null : new RectificationContent(corrections);
    }
}
