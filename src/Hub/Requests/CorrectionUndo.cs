using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Turns a rectification back: a request of its own, made from the sealed previous values.</summary>
internal sealed class CorrectionUndo(
    IDbContextFactory<HubDbContext> contexts,
    RequestVault vault,
    RecordSeal seal,
    RequestPlanning planning,
    RequestFingerprint fingerprint,
    RequestFiling filing,
    TaskCourse course)
{
    private static readonly SourceFailure underWay = new(
        FailureKind.Transient, "It is still making the change that is turned back; it is turned back when that shows.");

    /// <summary>Plans what turns back what the sources did; null when there is nothing to turn back.</summary>
    /// <exception cref="RequestException">It cannot be turned back; every reason.</exception>
    public async Task<PreparedUndo?> PrepareAsync(
        ConnectorCatalog catalog, RequestRow request, Caller caller, CancellationToken cancellationToken)
    {
        var done = await DoneAsync(request, cancellationToken).ConfigureAwait(false);
        if (done.Count == 0)
        {
            return null;
        }

        var register = catalog.FindRegister(request.Register)
            ?? throw new RequestException(RequestMistakes.UnknownRegister, "The request's register is not configured any more.");
        var content = new RectificationContent([.. done.Select(one => Reversed(catalog, request, one.Task, one.Item))]);
        var delayed = done.Where(one => one.Row.Outcome == Outcome.Deferred)
            .GroupBy(one => one.Task.Source, one => one.Row)
            .ToDictionary(source => source.Key, source => source.Max(item => item.VerifiableFrom ?? item.OutcomeAt!.Value), StringComparer.Ordinal);
        var header = HeaderOf(request);
        var planned = await planning.PlanAsync(
            catalog, register, header.Registrant, content, header.WaitAtMost, file => WithoutDelayed(file, delayed.ContainsKey), cancellationToken)
            .ConfigureAwait(false);
        var asked = new NewRequest
        {
            Register = register,
            Header = header,
            Content = content,
            Fingerprint = fingerprint.Of(header, content),
            Planned = planned,
            RequestedBy = caller.Name,
            RequestedRole = caller.Role,
        };
        return new(asked, done.Select(one => one.Row.Key).ToHashSet(), delayed);
    }

    /// <summary>Stores it, within the unit that withdraws the request.</summary>
    /// <returns>The sources to wake after the commit.</returns>
    /// <exception cref="RequestException">The request went on since this was planned.</exception>
    public async Task<IReadOnlyList<(string Register, string Source)>> FileAsync(
        HubDbContext db, RequestRow withdrawn, PreparedUndo undo, CancellationToken cancellationToken)
    {
        var executing = await db.Tasks.AnyAsync(
            task => task.RequestKey == withdrawn.Key && task.State == TaskState.Executing, cancellationToken).ConfigureAwait(false);
        var done = await DoneIn(db, withdrawn).Select(one => one.Item.Key).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (executing || !undo.Items.SetEquals(done))
        {
            throw new RequestException(RequestMistakes.TooLate, "A source is just correcting; withdraw again in a moment, so that all of it is turned back.");
        }

        var (row, wake) = await filing.FileAsync(db, undo.Request, cancellationToken).ConfigureAwait(false);
        var sources = undo.Delayed.Keys.ToList();
        foreach (var task in await db.Tasks.Where(task => task.RequestKey == row.Key && task.DueAt != null && sources.Contains(task.Source))
            .ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            var items = await db.TaskItems.Where(item => item.TaskKey == task.Key).ToListAsync(cancellationToken).ConfigureAwait(false);
            await course.MoveAsync(
                new(db, row, task, items), TaskMove.Wait(WaitingCause.SourceDelay, undo.Delayed[task.Source]), TaskDeed.Work("delayed"), cancellationToken)
                .ConfigureAwait(false);
        }

        return wake;
    }

    /// <summary>The request that turns a withdrawn one back; null when there is none.</summary>
    public static Task<RequestRow?> FindAsync(HubDbContext db, RequestRow withdrawn, CancellationToken cancellationToken)
    {
        var key = KeyOf(withdrawn);
        return db.Requests.AsNoTracking().SingleOrDefaultAsync(row => row.Register == withdrawn.Register && row.ClientRequestKey == key, cancellationToken);
    }

    private static IQueryable<TaskAndItem> DoneIn(HubDbContext db, RequestRow request) =>
        from item in db.TaskItems.AsNoTracking()
        join task in db.Tasks.AsNoTracking() on item.TaskKey equals task.Key
        where task.RequestKey == request.Key && item.Fate == Fate.Correct && item.Field != null
            && (item.Outcome == Outcome.Verified || item.Outcome == Outcome.Applied || item.Outcome == Outcome.Deferred)
        orderby item.Key
        select new TaskAndItem(task, item);

    private async Task<IReadOnlyList<(TaskRow Task, TaskItemRow Row, WorkItem Item)>> DoneAsync(RequestRow request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        using var key = await vault.OpenAsync(db, request, cancellationToken).ConfigureAwait(false);
        if (key is null || request.Kind != DataSubjectRequestKind.Rectification)
        {
            return [];
        }

        var done = await DoneIn(db, request).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. done.Select(one => (one.Task, one.Item, TaskOpener.Open(key, one.Task, one.Item)))];
    }

    private Correction Reversed(ConnectorCatalog catalog, RequestRow request, TaskRow task, WorkItem item)
    {
        var source = catalog.FindSource(task.Register, task.Source) ?? throw new RequestException(
            RequestMistakes.NotCorrectable, $"The source '{task.Source}' is not configured any more; what was corrected there cannot be turned back.");
        return new()
        {
            Targets = [new(seal.Ref(source, item.Target), seal.Tag(source, item.Target, item.NewValue))],
            Defect = Defect.Wrong,
            NewValue = item.Previous,
            Ground = $"Turns back the withdrawn request {request.Id}.",
        };
    }

    // A source that acts later still shows the value from before: its share is planned when the change has come.
    private static RegistrantFile WithoutDelayed(RegistrantFile file, Func<string, bool> isDelayed) => file with
    {
        Sources = [.. file.Sources.Select(source => isDelayed(source.Source.Id)
            ? source with { Records = [], Status = ReadingStatus.Failed, Failure = underWay }
            : source)],
    };

    // The same withdrawal asks for the same, so that it is never turned back twice.
    private static string KeyOf(RequestRow withdrawn) => $"undo:{withdrawn.Id:N}";

    private static RequestHeader HeaderOf(RequestRow row) => new()
    {
        Register = row.Register,
        ClientRequestKey = KeyOf(row),
        Registrant = new RegistrantKey.ById(row.RegistrantId),
        ReceivedAt = row.ReceivedAt,
        Channel = Channel.Internal,
        Purpose = row.Purpose,
    };

    private sealed record TaskAndItem(TaskRow Task, TaskItemRow Item);
}
