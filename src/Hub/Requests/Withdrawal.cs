using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Restrictions;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Takes requests back: what has not begun is not done, what was done is listed.</summary>
public sealed class Withdrawal
{
    private const int LongestReason = 2000;

    private readonly CatalogHolder catalogs;
    private readonly IDbContextFactory<HubDbContext> contexts;
    private readonly WriteGate gate;
    private readonly RequestStopping stopping;
    private readonly CorrectionUndo undoing;
    private readonly RestrictionBook restrictions;
    private readonly RequestSettlement settlement;
    private readonly RequestViews views;
    private readonly RequestWaking waking;
    private readonly DecisionKeys keys;
    private readonly AuditTrail audit;
    private readonly TimeProvider clock;

    internal Withdrawal(
        CatalogHolder catalogs,
        IDbContextFactory<HubDbContext> contexts,
        WriteGate gate,
        RequestStopping stopping,
        CorrectionUndo undoing,
        RestrictionBook restrictions,
        RequestSettlement settlement,
        RequestViews views,
        RequestWaking waking,
        DecisionKeys keys,
        AuditTrail audit,
        TimeProvider clock)
    {
        (this.catalogs, this.contexts, this.gate, this.stopping, this.undoing) = (catalogs, contexts, gate, stopping, undoing);
        (this.restrictions, this.settlement, this.views, this.waking, this.keys) = (restrictions, settlement, views, waking, keys);
        (this.audit, this.clock) = (audit, clock);
    }

    /// <summary>Takes a request back.</summary>
    /// <param name="request">Its id.</param>
    /// <param name="reason">Why: 1 to 2000 characters without personal data.</param>
    /// <param name="undo">Whether corrections that were made are turned back, by a request of their own.</param>
    /// <param name="clientRequestKey">The same again under the same key changes nothing and returns the same; null for none.</param>
    /// <param name="caller">Who decides: a data protection officer.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RequestException">
    /// It has ended; or what is to turn corrections back cannot be done as it stands: then it is not withdrawn.
    /// </exception>
    public async Task<WithdrawnRequest> WithdrawAsync(
        Guid request, string reason, bool undo, string? clientRequestKey, Caller caller, CancellationToken cancellationToken)
    {
        RequestAccess.DemandOfficer(caller);
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            throw new RequestException([new(RequestMistakes.Malformed, $"Give the reason: 1 to {LongestReason} characters.", "reason")]);
        }

        var found = await RequestAccess.FindAsync(contexts, request, caller, cancellationToken).ConfigureAwait(false);
        var decision = new Decision("withdrawRequest", clientRequestKey, [request.ToString(), reason, undo ? "undo" : null]);
        await keys.OnceAsync(decision, caller, () => WithdrawOnceAsync(decision, found, reason, undo, caller, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        return await ToldAsync(found, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Guid> WithdrawOnceAsync(
        Decision decision, RequestRow found, string reason, bool undo, Caller caller, CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        var back = undo ? await undoing.PrepareAsync(lease.Catalog, found, caller, cancellationToken).ConfigureAwait(false) : null;
        var wake = await gate.WriteAsync(
            async (db, ct) =>
            {
                await keys.KeepAsync(db, decision, caller, found.Id, ct).ConfigureAwait(false);
                return await StopAsync(db, found, back, reason, caller, ct).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        await waking.AfterAsync(found.Id, wake).ConfigureAwait(false);
        return found.Id;
    }

    // From what is stored, so that a second delivery is told the same.
    private async Task<WithdrawnRequest> ToldAsync(RequestRow found, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var done = await RequestStopping.DoneAsync(db, found, cancellationToken).ConfigureAwait(false);
        var undone = await CorrectionUndo.FindAsync(db, found, cancellationToken).ConfigureAwait(false) is { } filed
            ? await views.OfAsync(filed, cancellationToken).ConfigureAwait(false)
            : null;
        return new(
            await views.OfAsync(found, cancellationToken).ConfigureAwait(false),
            [.. done.Where(item => undone is null || !undone.Plan.Items.Any(other => (other.Source, other.RecordType, other.Field) == (item.Source, item.RecordType, item.Field)))],
            undone);
    }

    private async Task<IReadOnlyList<(string Register, string Source)>> StopAsync(
        HubDbContext db, RequestRow found, PreparedUndo? undo, string reason, Caller caller, CancellationToken cancellationToken)
    {
        var row = await db.Requests.SingleAsync(row => row.Key == found.Key, cancellationToken).ConfigureAwait(false);
        var waits = row.Status == RequestStatus.DoneWithRetention
            && await db.Tasks.AnyAsync(task => task.RequestKey == row.Key && (task.WaitingCause == WaitingCause.Blocker || task.WaitingCause == WaitingCause.Recipient), cancellationToken).ConfigureAwait(false);
        if ((row.EndedAt is not null && !waits) || row.Status == RequestStatus.Withdrawn)
        {
            throw new RequestException(RequestMistakes.Ended, "The request has ended; there is nothing left to withdraw.");
        }

        // What a blocker keeps is the rest that would still go by itself.
        row.EndedAt = null;

        // Stored before the request ends: with its end the values from before are destroyed.
        var wake = undo is null ? [] : await undoing.FileAsync(db, row, undo, cancellationToken).ConfigureAwait(false);
        var done = await stopping.StopAsync(db, row, reason, cancellationToken).ConfigureAwait(false);
        (row.Status, row.Reason) = (RequestStatus.Withdrawn, reason);
        if (row.Kind == DataSubjectRequestKind.Restriction)
        {
            await restrictions.LiftAsync(db, row.Id, clock.GetUtcNow(), caller.Name, cancellationToken).ConfigureAwait(false);
        }

        await audit.RecordAsync(
            db, RequestAudit.IntentOf(audit, row, "withdrawRequest", caller), new AuditOutcome { Outcome = "done", Records = done.Sum(item => item.Records) }, cancellationToken)
            .ConfigureAwait(false);
        var sources = await db.Tasks.Where(task => task.RequestKey == row.Key).Select(task => task.Source).ToListAsync(cancellationToken).ConfigureAwait(false);
        var released = await settlement.SettleAsync(db, row, cancellationToken).ConfigureAwait(false);

        // Other requests of the person may have waited there for this one.
        return [.. wake, .. released, .. sources.Select(source => (row.Register, source))];
    }
}
