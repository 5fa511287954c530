using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Keeps what moves a request's deadline: an extension, and a question of who the person is (GDPR Art. 12(3), (6)).</summary>
public sealed class DeadlineDecisions
{
    private const int LongestReason = 2000;

    private readonly CatalogHolder catalogs;
    private readonly IDbContextFactory<HubDbContext> contexts;
    private readonly WriteGate gate;
    private readonly RequestViews views;
    private readonly RequestWaking waking;
    private readonly DecisionKeys keys;
    private readonly AuditTrail audit;
    private readonly TimeProvider clock;

    internal DeadlineDecisions(
        CatalogHolder catalogs,
        IDbContextFactory<HubDbContext> contexts,
        WriteGate gate,
        RequestViews views,
        RequestWaking waking,
        DecisionKeys keys,
        AuditTrail audit,
        TimeProvider clock)
    {
        (this.catalogs, this.contexts, this.gate) = (catalogs, contexts, gate);
        (this.views, this.waking, this.keys, this.audit, this.clock) = (views, waking, keys, audit, clock);
    }

    /// <summary>Extends the deadline by two months.</summary>
    /// <param name="request">The request's id.</param>
    /// <param name="reason">Why, as the person was told; no personal data.</param>
    /// <param name="toldAt">When the person was told: before the first deadline, and not in the future.</param>
    /// <param name="clientRequestKey">The same again under the same key changes nothing and returns the same; null for none.</param>
    /// <param name="caller">Who decides: a data protection officer.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RequestException">It is too late, extended already, or has ended.</exception>
    public Task<DataSubjectRequest> ExtendAsync(
        Guid request, string reason, DateTimeOffset toldAt, string? clientRequestKey, Caller caller, CancellationToken cancellationToken)
    {
        Demand(!string.IsNullOrWhiteSpace(reason) && reason.Length <= LongestReason, $"Give the reason: 1 to {LongestReason} characters.", "reason");
        var decision = new Decision("extendDeadline", clientRequestKey, [request.ToString(), Said(toldAt), reason]);
        return DecideAsync(decision, request, toldAt, "toldAt", caller, (row, policy) =>
        {
            Demand(row.ExtendedAt is null, "The deadline is extended already.", "toldAt");
            if (RequestViews.DeadlineOf(row, policy).ExtensionPossibleUntil is { } until && toldAt >= until)
            {
                throw new RequestException(RequestMistakes.TooLate, "The person must be told of an extension before the first deadline (GDPR Art. 12(3)).");
            }

            (row.ExtendedAt, row.ExtensionReason) = (toldAt, reason);
        }, cancellationToken);
    }

    /// <summary>Keeps that the person was asked for what confirms the identity: until the answer no period runs.</summary>
    /// <param name="request">The request's id.</param>
    /// <param name="askedAt">When: between the receipt of the request and now.</param>
    /// <param name="clientRequestKey">The same again under the same key changes nothing and returns the same; null for none.</param>
    /// <param name="caller">Who decides: a data protection officer.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RequestException">It was asked already, or the request has ended.</exception>
    public Task<DataSubjectRequest> AskIdentityAsync(
        Guid request, DateTimeOffset askedAt, string? clientRequestKey, Caller caller, CancellationToken cancellationToken) =>
        DecideAsync(new("askIdentity", clientRequestKey, [request.ToString(), Said(askedAt)]), request, askedAt, "askedAt", caller, (row, _) =>
        {
            Demand(row.IdentityAskedAt is null, "The person was asked already.", "askedAt");
            row.IdentityAskedAt = askedAt;
        }, cancellationToken);

    /// <summary>Keeps that the person answered: the period runs from here.</summary>
    /// <param name="request">The request's id.</param>
    /// <param name="answeredAt">When: after the question, and not in the future.</param>
    /// <param name="clientRequestKey">The same again under the same key changes nothing and returns the same; null for none.</param>
    /// <param name="caller">Who decides: a data protection officer.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RequestException">Nothing was asked, it is answered already, or the request has ended.</exception>
    public Task<DataSubjectRequest> IdentityAnsweredAsync(
        Guid request, DateTimeOffset answeredAt, string? clientRequestKey, Caller caller, CancellationToken cancellationToken) =>
        DecideAsync(new("identityAnswered", clientRequestKey, [request.ToString(), Said(answeredAt)]), request, answeredAt, "answeredAt", caller, (row, _) =>
        {
            Demand(row.IdentityAskedAt <= answeredAt, "The answer comes after a question; keep the question first.", "answeredAt");
            Demand(row.IdentityAnsweredAt is null, "The person has answered already.", "answeredAt");
            row.IdentityAnsweredAt = answeredAt;
        }, cancellationToken);

    // The same moment in another time zone is the same moment.
    private static string Said(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static void Demand(bool holds, string message, string about)
    {
        if (!holds)
        {
            throw new RequestException([new(RequestMistakes.Malformed, message, about)]);
        }
    }

    private async Task<DataSubjectRequest> DecideAsync(
        Decision decision,
        Guid request,
        DateTimeOffset at,
        string name,
        Caller caller,
        Action<RequestRow, RequestPolicy> decide,
        CancellationToken cancellationToken)
    {
        RequestAccess.DemandOfficer(caller);
        var found = await RequestAccess.FindAsync(contexts, request, caller, cancellationToken).ConfigureAwait(false);
        await keys.OnceAsync(decision, caller, () => DecideOnceAsync(decision, found, at, name, caller, decide, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        return await views.OfAsync(found, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Guid> DecideOnceAsync(
        Decision decision,
        RequestRow found,
        DateTimeOffset at,
        string name,
        Caller caller,
        Action<RequestRow, RequestPolicy> decide,
        CancellationToken cancellationToken)
    {
        Demand(at >= found.ReceivedAt && at <= clock.GetUtcNow(), $"{name} lies between the receipt of the request and now.", name);
        var policy = catalogs.Current.FindRegister(found.Register)?.Requests ?? RequestPolicy.Default;
        await gate.WriteAsync(
            async (db, ct) =>
            {
                var row = await db.Requests.SingleAsync(row => row.Key == found.Key, ct).ConfigureAwait(false);
                if (row.EndedAt is not null)
                {
                    throw new RequestException(RequestMistakes.Ended, "The request has ended.");
                }

                await keys.KeepAsync(db, decision, caller, row.Id, ct).ConfigureAwait(false);
                decide(row, policy);
                var deadline = RequestViews.DeadlineOf(row, policy);
                row.DueOn = (deadline.Applicable ?? deadline.FromReceipt).Due;
                await audit.RecordAsync(db, RequestAudit.IntentOf(audit, row, decision.Operation, caller), new AuditOutcome { Outcome = "done" }, ct).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        await waking.AfterAsync(found.Id, []).ConfigureAwait(false);
        return found.Id;
    }
}
