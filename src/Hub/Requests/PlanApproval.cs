using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Keeps approvals: what runs is what somebody looked at, named by its hash.</summary>
public sealed class PlanApproval
{
    private readonly CatalogHolder catalogs;
    private readonly IDbContextFactory<HubDbContext> contexts;
    private readonly WriteGate gate;
    private readonly RequestPlanning planning;
    private readonly RequestVault vault;
    private readonly RequestOpener opener;
    private readonly RequestFiling filing;
    private readonly RequestOrder order;
    private readonly RequestViews views;
    private readonly RequestWaking waking;
    private readonly AuditTrail audit;

    internal PlanApproval(
        CatalogHolder catalogs,
        IDbContextFactory<HubDbContext> contexts,
        WriteGate gate,
        RequestPlanning planning,
        RequestVault vault,
        RequestOpener opener,
        RequestFiling filing,
        RequestOrder order,
        RequestViews views,
        RequestWaking waking,
        AuditTrail audit)
    {
        (this.catalogs, this.contexts, this.gate, this.planning) = (catalogs, contexts, gate, planning);
        (this.vault, this.opener, this.filing, this.order) = (vault, opener, filing, order);
        (this.views, this.waking, this.audit) = (views, waking, audit);
    }

    /// <summary>Approves a plan; the same again changes nothing.</summary>
    /// <param name="request">The request's id.</param>
    /// <param name="hash">The hash of the plan that was looked at.</param>
    /// <param name="caller">Who approves: a data protection officer.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RequestException">
    /// The plan made anew differs: it is stored, to be looked at and approved by its own hash. Or somebody may be the same
    /// person, another request is in the way (<see cref="RequestOrder"/>), or nothing awaits approval.
    /// </exception>
    public async Task<DataSubjectRequest> ApproveAsync(Guid request, string hash, Caller caller, CancellationToken cancellationToken)
    {
        RequestAccess.DemandOfficer(caller);
        var row = await RequestAccess.FindAsync(contexts, request, caller, cancellationToken).ConfigureAwait(false);
        if (!IsApproved(row, hash))
        {
            try
            {
                await BeginAsync(row, hash, caller, cancellationToken).ConfigureAwait(false);
            }
            catch (RequestException)
            {
                // Of two at once the other may have been quicker; then this one has nothing left to approve.
                if (!IsApproved(await RequestAccess.FindAsync(contexts, request, caller, cancellationToken).ConfigureAwait(false), hash))
                {
                    throw;
                }
            }
        }

        return await views.OfAsync(row, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsApproved(RequestRow row, string hash) =>
        row.ApprovedHash == hash && row.Status is not (RequestStatus.AwaitingApproval or RequestStatus.Undecided);

    private async Task BeginAsync(RequestRow row, string hash, Caller caller, CancellationToken cancellationToken)
    {
        DemandAwaiting(row);
        await DemandNotInBulkAsync(row, cancellationToken).ConfigureAwait(false);
        var content = await opener.ContentAsync(row, cancellationToken).ConfigureAwait(false);

        // Once it has begun, what is done is gone from the sources and a whole plan would no longer show it: then the plan
        // as it was stored when it stopped counts, and each task compares its share again before it acts.
        var begun = await HasBegunAsync(row, cancellationToken).ConfigureAwait(false);
        var draft = begun ? null : await PlanAsync(row, content, cancellationToken).ConfigureAwait(false);
        var now = draft?.Plan.Hash ?? row.PlanHash;
        if (hash != now)
        {
            await RefuseChangedAsync(row, draft, caller, cancellationToken).ConfigureAwait(false);
        }

        if (draft?.Plan.Undecided.Count > 0)
        {
            throw new RequestException(
                RequestMistakes.Undecided, "Somebody may be the same person; confirm or separate every candidate of the plan first.");
        }

        var wake = await gate.WriteAsync((db, ct) => StartAsync(db, row, draft, content, caller, ct), cancellationToken).ConfigureAwait(false);
        await waking.AfterAsync(row.Id, wake).ConfigureAwait(false);
    }

    private static void DemandAwaiting(RequestRow row)
    {
        if (row.EndedAt is not null)
        {
            throw new RequestException(RequestMistakes.Ended, "The request has ended.");
        }

        if (row.Status is not (RequestStatus.AwaitingApproval or RequestStatus.Undecided))
        {
            throw new RequestException(RequestMistakes.NotAwaitingApproval, "The request does not await approval.");
        }
    }

    private async Task DemandNotInBulkAsync(RequestRow row, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.BulkErasures.AnyAsync(bulk => bulk.Key == row.BulkKey && bulk.ApprovedAt == null, cancellationToken).ConfigureAwait(false))
        {
            throw new RequestException(
                RequestMistakes.NotAwaitingApproval, "The request belongs to a bulk erasure that is approved as a whole; approve that, or withdraw this one.");
        }
    }

    private async Task<bool> HasBegunAsync(RequestRow row, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Tasks.AnyAsync(task => task.RequestKey == row.Key && task.Fence > 0, cancellationToken).ConfigureAwait(false);
    }

    private async Task<DraftPlan> PlanAsync(RequestRow row, RequestContent content, CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        var register = lease.Catalog.FindRegister(row.Register)
            ?? throw new RequestException(RequestMistakes.UnknownRegister, "The request's register is not configured any more.");
        var planned = await planning.PlanAsync(
            lease.Catalog, register, new RegistrantKey.ById(row.RegistrantId), content, RequestPlanning.DefaultWait, row.RecurrenceSource, cancellationToken)
            .ConfigureAwait(false);
        return planned.Draft;
    }

    private async Task RefuseChangedAsync(RequestRow row, DraftPlan? draft, Caller caller, CancellationToken cancellationToken)
    {
        var approved = JsonSerializer.Deserialize(row.Plan, RequestJson.Default.Plan)!;
        var now = draft?.Plan ?? approved;
        var difference = now.Hash == approved.Hash
            ? "The hash is not that of the plan as it stands."
            : string.Join(" ", PlanDifference.Between(approved, now));
        if (draft is not null && now.Hash != approved.Hash)
        {
            await gate.WriteAsync((db, ct) => ReplaceAsync(db, row, draft, difference, caller, ct), cancellationToken).ConfigureAwait(false);
            await waking.AfterAsync(row.Id, []).ConfigureAwait(false);
        }

        throw new RequestException(
            [new(RequestMistakes.PlanChanged, $"What would be done is not what was looked at. {difference} Look at the plan again and approve its hash.", now.Hash)]);
    }

    private async Task ReplaceAsync(
        HubDbContext db, RequestRow found, DraftPlan draft, string difference, Caller caller, CancellationToken cancellationToken)
    {
        var row = await AwaitingAsync(db, found, cancellationToken).ConfigureAwait(false);
        await StoreAsync(db, row, draft, cancellationToken).ConfigureAwait(false);
        row.Status = draft.Plan.Undecided.Count > 0 ? RequestStatus.Undecided : RequestStatus.AwaitingApproval;
        row.Reason = difference;
        await RecordAsync(db, row, "planChanged", caller, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<(string Register, string Source)>> StartAsync(
        HubDbContext db, RequestRow found, DraftPlan? draft, RequestContent content, Caller caller, CancellationToken cancellationToken)
    {
        var row = await AwaitingAsync(db, found, cancellationToken).ConfigureAwait(false);
        if (draft is not null)
        {
            await StoreAsync(db, row, draft, cancellationToken).ConfigureAwait(false);
        }

        var blinds = await db.RequestSubjects.Where(subject => subject.RequestKey == row.Key).Select(subject => subject.Blind)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        await order.DemandPossibleAsync(db, new(row.Register, row.RegistrantId, blinds, content), row.Key, cancellationToken).ConfigureAwait(false);
        var wake = await filing.StartAsync(db, row, content, caller.Name, cancellationToken).ConfigureAwait(false);
        await RecordAsync(db, row, FourEyesRule.OutcomeOf(row.FourEyes), caller, cancellationToken).ConfigureAwait(false);
        return wake;
    }

    // The items of the plan made anew: what they expect at the sources is what the sources hold now.
    private async Task StoreAsync(HubDbContext db, RequestRow row, DraftPlan draft, CancellationToken cancellationToken)
    {
        using var key = await vault.OpenAsync(db, row, cancellationToken).ConfigureAwait(false)
            ?? throw new RequestException(RequestMistakes.Ended, "The request has ended.");
        await PlanStore.ReplaceAsync(db, row, draft, key, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<RequestRow> AwaitingAsync(HubDbContext db, RequestRow found, CancellationToken cancellationToken)
    {
        var row = await db.Requests.SingleAsync(row => row.Key == found.Key, cancellationToken).ConfigureAwait(false);
        return row.PlanHash == found.PlanHash && row.Status == found.Status && row.ApprovedHash == found.ApprovedHash
            ? row
            : throw new RequestException(RequestMistakes.PlanChanged, "Somebody else decided about the request meanwhile; look at it again.");
    }

    private Task<Guid> RecordAsync(HubDbContext db, RequestRow row, string outcome, Caller caller, CancellationToken cancellationToken) =>
        audit.RecordAsync(
            db, RequestAudit.IntentOf(audit, row, "approvePlan", caller), new AuditOutcome { Outcome = outcome }, cancellationToken);
}
