using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Requests.Ledger;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Ends a request whose every task is final: what it kept of its person goes, what recognises a return stays.</summary>
internal sealed class RequestEnding(
    RequestVault vault, AuditTrail audit, TimeProvider clock, IRegistrantForgetting? forgetting = null)
{
    public async Task EndAsync(HubDbContext db, RequestRow request, IReadOnlyList<TaskRow> tasks, CancellationToken cancellationToken)
    {
        var keys = tasks.Select(task => task.Key).ToList();
        var items = await db.TaskItems.Where(item => keys.Contains(item.TaskKey)).ToListAsync(cancellationToken);
        var holding = StillHolding(tasks, items);
        var retained = items.Exists(item => item.Outcome == Outcome.Retained);

        request.EndedAt = clock.GetUtcNow();
        if (request.Status is not (RequestStatus.Withdrawn or RequestStatus.Refused))
        {
            request.Status = retained ? RequestStatus.DoneWithRetention : RequestStatus.Done;
            request.Reason = null;
        }

        items.ForEach(item => item.Previous = null);
        var content = await ContentAsync(db, request, cancellationToken);
        if (content is ErasureContent { Scope: Scope.All or Scope.Due } erasure)
        {
            // Who comes back after the time was over is a customer again, and nobody whose erasure failed.
            var erased = erasure.Scope is Scope.All ? ErasedSources(tasks, items, holding) : [];
            await ForgetAsync(db, new(request, erasure, tasks, items), erased, holding, cancellationToken);
        }

        await RecordAsync(db, request, tasks, items, cancellationToken);
        await DestroyKeysAsync(db, request, content, retained, cancellationToken);
    }

    private static HashSet<string> StillHolding(IReadOnlyList<TaskRow> tasks, List<TaskItemRow> items)
    {
        var outcomes = items.ToLookup(item => item.TaskKey, item => item.Outcome);
        return
        [
            .. from task in tasks
               let skippedUnread = task is { Unplanned: true, CompletedBy: not null }
               where skippedUnread || outcomes[task.Key].Any(outcome => outcome is not (Outcome.Verified or Outcome.NotHeld or Outcome.Applied))
               select task.Source,
        ];
    }

    private static List<string> ErasedSources(IReadOnlyList<TaskRow> tasks, List<TaskItemRow> items, HashSet<string> holding)
    {
        var verified = items.Where(item => item.Outcome == Outcome.Verified).Select(item => item.TaskKey).ToHashSet();
        var sources = tasks.Where(task => verified.Contains(task.Key)).Select(task => task.Source);
        return [.. sources.Where(source => !holding.Contains(source)).Distinct(StringComparer.Ordinal)];
    }

    private async Task<RequestContent?> ContentAsync(HubDbContext db, RequestRow request, CancellationToken cancellationToken)
    {
        using var key = await vault.OpenAsync(db, request, cancellationToken);
        return key is null ? null : RequestVault.ContentOf(key, request);
    }

    private async Task ForgetAsync(
        HubDbContext db, EndedErasure ended, IReadOnlyList<string> erased, HashSet<string> holding, CancellationToken cancellationToken)
    {
        var request = ended.Request;
        var subjects = await db.RequestSubjects.Where(subject => subject.RequestKey == request.Key)
            .Select(subject => subject.Blind).ToListAsync(cancellationToken);
        // A request that went on after a blocker was lifted has ended before.
        var marked = await db.Tombstones.Where(row => row.RequestId == request.Id).Select(row => row.Source).Distinct()
            .ToListAsync(cancellationToken);
        foreach (var source in erased.Except(marked))
        {
            db.Tombstones.AddRange(subjects.Select(blind => new TombstoneRow
            {
                Register = request.Register,
                Blind = blind,
                Source = source,
                RequestId = request.Id,
                ErasedAt = clock.GetUtcNow(),
            }));
        }

        var forgotten = forgetting is not null && request.Status is RequestStatus.Done or RequestStatus.DoneWithRetention;
        if (forgotten)
        {
            await forgetting!.ForgetAsync(db, request.Register, request.RegistrantId, holding, cancellationToken);
        }

        if (forgotten || erased.Count > 0)
        {
            await ErasureBook.EnterAsync(db, ended.Receipt(subjects, forgotten, erased, holding), cancellationToken);
        }
    }

    // What is retained is erased one day, and what is restricted is lifted: both still need to know what and where.
    private static async Task DestroyKeysAsync(
        HubDbContext db, RequestRow request, RequestContent? content, bool retained, CancellationToken cancellationToken)
    {
        if (!retained && request.Kind != DataSubjectRequestKind.Restriction)
        {
            await RequestVault.DestroyAsync(db, request.Key, cancellationToken);
        }

        if (content is RestrictionLiftContent lift && request.Status == RequestStatus.Done)
        {
            var lifted = await db.Requests.Where(row => row.Id == lift.Restriction && row.Register == request.Register && row.EndedAt != null)
                .Select(row => row.Key).ToListAsync(cancellationToken);
            foreach (var key in lifted)
            {
                await RequestVault.DestroyAsync(db, key, cancellationToken);
            }
        }
    }

    private Task RecordAsync(
        HubDbContext db, RequestRow request, IReadOnlyList<TaskRow> tasks, List<TaskItemRow> items, CancellationToken cancellationToken) =>
        audit.RecordAsync(
            db,
            FulfillmentAudit.IntentOf(audit, request, "endRequest", [.. tasks.Select(task => task.Source)]),
            new AuditOutcome
            {
                Outcome = JsonNamingPolicy.CamelCase.ConvertName(request.Status.ToString()),
                Sources = [.. tasks.Select(task => FulfillmentAudit.SourceOf(task, items))],
                Records = items.Count,
            },
            cancellationToken);
}
