using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Requests.Deadlines;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Turns stored requests into what is shown of them.</summary>
internal sealed class RequestViews(IDbContextFactory<HubDbContext> contexts, CatalogHolder catalogs, RequestVault vault)
{
    /// <summary>A request as it stands in the database now.</summary>
    public async Task<DataSubjectRequest> OfAsync(RequestRow request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var now = await db.Requests.AsNoTracking().SingleAsync(row => row.Key == request.Key, cancellationToken).ConfigureAwait(false);
        return (await OfAllAsync(db, [now], cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Requests with their tasks and items, read together.</summary>
    public async Task<IReadOnlyList<DataSubjectRequest>> OfAllAsync(
        HubDbContext db, IReadOnlyList<RequestRow> requests, CancellationToken cancellationToken)
    {
        var keys = requests.Select(request => request.Key).ToList();
        var tasks = await db.Tasks.AsNoTracking().Where(task => keys.Contains(task.RequestKey))
            .OrderBy(task => task.Key).ToListAsync(cancellationToken).ConfigureAwait(false);
        var items = await (
            from item in db.TaskItems.AsNoTracking()
            join task in db.Tasks on item.TaskKey equals task.Key
            where keys.Contains(task.RequestKey)
            orderby item.TaskKey, item.Ordinal
            select item).ToListAsync(cancellationToken).ConfigureAwait(false);
        var (tasksOf, itemsOf) = (tasks.ToLookup(task => task.RequestKey), items.ToLookup(item => item.TaskKey));
        var shown = new List<DataSubjectRequest>();
        foreach (var request in requests)
        {
            var about = await CaseOfAsync(db, request, cancellationToken).ConfigureAwait(false);
            var before = await RequestOrder.BeforeAsync(db, request, cancellationToken).ConfigureAwait(false);
            shown.Add(Shown(request, about, [.. tasksOf[request.Key].Select(task => Shown(task, itemsOf[task.Key], before))]));
        }

        return shown;
    }

    /// <summary>By when a request is to be answered.</summary>
    public static RequestDeadline DeadlineOf(RequestRow request, RequestPolicy policy) =>
        new DeadlineRules(policy.Calendar()).DeadlineOf(
            request.ReceivedAt,
            request.IdentityAskedAt is { } asked ? [new(asked, request.IdentityAnsweredAt)] : null,
            request.ExtendedAt);

    private async Task<RequestCase?> CaseOfAsync(HubDbContext db, RequestRow request, CancellationToken cancellationToken)
    {
        using var key = await vault.OpenAsync(db, request, cancellationToken).ConfigureAwait(false);
        return key is null ? null : RequestVault.CaseOf(key, request);
    }

    private DataSubjectRequest Shown(RequestRow row, RequestCase? about, IReadOnlyList<FulfillmentTask> tasks) => new()
    {
        Id = row.Id,
        Register = row.Register,
        Kind = row.Kind,
        Status = row.Status,
        RegistrantId = row.RegistrantId,
        ClientRequestKey = row.ClientRequestKey,
        ReceivedAt = row.ReceivedAt,
        Channel = row.Channel,
        Reference = about?.Reference,
        Representative = about?.Representative,
        Ground = row.Ground,
        DueOn = row.DueOn,
        Deadline = DeadlineOf(row, catalogs.Current.FindRegister(row.Register)?.Requests ?? RequestPolicy.Default),
        ExtensionReason = row.ExtensionReason,
        Plan = JsonSerializer.Deserialize(row.Plan, RequestJson.Default.Plan)!,
        Tasks = tasks,
        RequestedBy = row.RequestedBy,
        CreatedAt = row.CreatedAt,
        ApprovedBy = row.ApprovedBy,
        ApprovedAt = row.ApprovedAt,
        FourEyes = row.FourEyes,
        EndedAt = row.EndedAt,
        Reason = row.Reason,
        RecurrenceOf = row.RecurrenceOf,
        RecurrenceSource = row.RecurrenceSource,
        RecurrenceFeeder = row.RecurrenceFeeder,
    };

    private static FulfillmentTask Shown(TaskRow row, IEnumerable<TaskItemRow> items, IReadOnlyDictionary<string, Guid> before) => new()
    {
        Id = row.Id,
        Source = row.Source,
        State = row.State,
        WaitingCause = row.WaitingCause,
        WaitingUntil = row.WaitingUntil,
        Behind = !TaskRest.IsThrough(row) && before.TryGetValue(row.Source, out var other) ? other : null,
        Attempt = row.Attempt,
        Failure = row.Failure,
        Instruction = row.Instruction,
        AssignedTo = row.AssignedTo,
        CompletedBy = row.CompletedBy,
        Items = [.. items.Select(Shown)],
    };

    private static TaskItem Shown(TaskItemRow row) => new()
    {
        RecordType = row.RecordType,
        Field = row.Field,
        Fate = row.Fate,
        Outcome = row.Outcome,
        OutcomeAt = row.OutcomeAt,
        Article = row.Article,
        Reason = row.Reason,
        Until = row.Until,
        LiftedBy = row.LiftedBy,
        Statements = TaskOpener.WordsOf(row.Statements),
        Blockers = TaskOpener.WordsOf(row.Blockers),
    };
}
