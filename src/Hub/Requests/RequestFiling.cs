using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Restrictions;
using PersonalDataHub.Hub.Requests.Deadlines;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Stores a request with all that belongs to it, within one unit of the write gate.</summary>
internal sealed class RequestFiling(
    RequestVault vault,
    RequestSubjects subjects,
    RestrictionBook restrictions,
    RecordSeal seal,
    RequestSettlement settlement,
    FourEyesRule fourEyes,
    AuditTrail audit,
    TimeProvider clock)
{
    /// <summary>Stores it and, where policy says so, starts it.</summary>
    /// <returns>The stored request and the sources to wake after the commit.</returns>
    public async Task<(RequestRow Request, IReadOnlyList<(string Register, string Source)> Wake)> FileAsync(
        HubDbContext db, NewRequest asked, CancellationToken cancellationToken)
    {
        var row = RowOf(asked);
        db.Requests.Add(row);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        using (var key = vault.Create(db, row))
        {
            RequestVault.Seal(key, row, asked.Content, new(asked.Header.Reference, asked.Header.Representative));
            await PlanStore.WriteAsync(db, row, asked.Planned.Draft, key, cancellationToken).ConfigureAwait(false);
        }

        db.RequestSubjects.AddRange(subjects.BlindsOf(asked.Planned.Registrant.Identities).Select(blind =>
            new RequestSubjectRow { RequestKey = row.Key, Register = row.Register, Blind = blind }));
        await RestrictAsync(db, row, asked, cancellationToken).ConfigureAwait(false);
        var wake = asked.Planned.Draft.Plan.Undecided.Count == 0 && !asked.Register.Requests.NeedsApproval(row.Kind)
            ? await StartAsync(db, row, asked.Content, null, cancellationToken).ConfigureAwait(false)
            : [];
        await audit.RecordAsync(
            db,
            RequestAudit.IntentOf(audit, row, RequestAudit.OperationOf(row.Kind), row.RequestedBy, row.RequestedRole) with
            {
                Sources = [.. asked.Planned.Draft.Tasks.Select(task => task.Source)],
            },
            new AuditOutcome { Outcome = RequestAudit.Name(row.Status), Records = asked.Planned.Draft.Tasks.Sum(task => task.Items.Count) },
            cancellationToken).ConfigureAwait(false);
        return (row, wake);
    }

    /// <summary>Begins a request whose plan is approved.</summary>
    /// <param name="db">The unit's context.</param>
    /// <param name="request">The request, tracked.</param>
    /// <param name="content">What it asks.</param>
    /// <param name="by">Who approved; null for the register's policy.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The sources to wake after the commit.</returns>
    /// <exception cref="RequestException">Somebody else has to approve it.</exception>
    public async Task<IReadOnlyList<(string Register, string Source)>> StartAsync(
        HubDbContext db, RequestRow request, RequestContent content, string? by, CancellationToken cancellationToken)
    {
        request.FourEyes = by is null ? null : fourEyes.Hold(request, by);
        (request.ApprovedHash, request.ApprovedBy, request.ApprovedAt) = (request.PlanHash, by, clock.GetUtcNow());
        if (content is RestrictionLiftContent lift)
        {
            await restrictions.LiftAsync(db, lift.Restriction, lift.ToldAt, by ?? request.RequestedBy, cancellationToken).ConfigureAwait(false);
        }

        return await settlement.StartAsync(db, request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What its place among the requests of its person rests on.</summary>
    public OrderedRequest OrderOf(NewRequest asked) =>
        new(asked.Register.Id, asked.Planned.Registrant.Id, subjects.BlindsOf(asked.Planned.Registrant.Identities), asked.Content);

    private RequestRow RowOf(NewRequest asked) => new()
    {
        Id = Guid.NewGuid(),
        Register = asked.Register.Id,
        Kind = asked.Content.Kind,
        Status = asked.Planned.Draft.Plan.Undecided.Count > 0 ? RequestStatus.Undecided : RequestStatus.AwaitingApproval,
        RegistrantId = asked.Planned.Registrant.Id,
        ClientRequestKey = asked.Header.ClientRequestKey,
        ContentHash = asked.Fingerprint,
        ReceivedAt = asked.Header.ReceivedAt,
        Channel = asked.Header.Channel,
        Ground = (asked.Content as ErasureContent)?.Ground.ToString() ?? (asked.Content as RestrictionContent)?.Ground.ToString(),
        DueOn = new DeadlineRules(asked.Register.Requests.Calendar()).DeadlineOf(asked.Header.ReceivedAt).FromReceipt.Due,
        Plan = "",
        PlanHash = asked.Planned.Draft.Plan.Hash,
        RequestedBy = asked.RequestedBy,
        RequestedRole = asked.RequestedRole,
        Purpose = asked.Header.Purpose,
        CreatedAt = clock.GetUtcNow(),
        RecurrenceOf = asked.RecurrenceOf,
        RecurrenceSource = asked.RecurrenceSource,
        RecurrenceFeeder = asked.RecurrenceFeeder,
        BulkKey = asked.BulkKey,
    };

    // The hub withholds from the moment of acceptance, whatever becomes of the sources.
    private async Task RestrictAsync(HubDbContext db, RequestRow row, NewRequest asked, CancellationToken cancellationToken)
    {
        if (asked.Content is not RestrictionContent restriction)
        {
            return;
        }

        foreach (var part in PartsOf(restriction.Scope, asked.Planned.Draft))
        {
            await restrictions.AddAsync(
                db, row.Register, row.RegistrantId, row.Id, restriction.Ground, part, cancellationToken).ConfigureAwait(false);
        }
    }

    private IEnumerable<RestrictedPart> PartsOf(Scope scope, DraftPlan draft) => scope switch
    {
        Scope.All => [new RestrictedPart.Person()],
        Scope.Categories categories => categories.Ids.Distinct().Select(id => new RestrictedPart.Category(id)),
        Scope.Fields fields => Held(fields.Refs),
        Scope.Records records => Held(records.Ids),
        _ => draft.Tasks.SelectMany(task => task.Items.Select(item => new RestrictedPart.Held(task.Source, item.Target))),
    };

    private IEnumerable<RestrictedPart> Held(IEnumerable<string> references) =>
        from reference in references
        let opened = seal.OpenRef(reference)
        where opened is not null
        select new RestrictedPart.Held(opened.Value.Source, opened.Value.Target);
}
