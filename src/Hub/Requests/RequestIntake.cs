using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Takes requests: each becomes a plan, stored with its tasks and its audit entry in one transaction.</summary>
public sealed class RequestIntake
{
    private readonly CatalogHolder catalogs;
    private readonly IDbContextFactory<HubDbContext> contexts;
    private readonly WriteGate gate;
    private readonly RequestPlanning planning;
    private readonly RequestFingerprint fingerprint;
    private readonly RequestFiling filing;
    private readonly RequestOrder order;
    private readonly RequestViews views;
    private readonly RequestWaking waking;
    private readonly AuditTrail audit;
    private readonly TimeProvider clock;

    internal RequestIntake(
        CatalogHolder catalogs,
        IDbContextFactory<HubDbContext> contexts,
        WriteGate gate,
        RequestPlanning planning,
        RequestFingerprint fingerprint,
        RequestFiling filing,
        RequestOrder order,
        RequestViews views,
        RequestWaking waking,
        AuditTrail audit,
        TimeProvider clock)
    {
        (this.catalogs, this.contexts, this.gate, this.planning) = (catalogs, contexts, gate, planning);
        (this.fingerprint, this.filing, this.order, this.views, this.waking) = (fingerprint, filing, order, views, waking);
        (this.audit, this.clock) = (audit, clock);
    }

    /// <summary>Takes a request; the same under the same key again returns what the first time made of it.</summary>
    /// <exception cref="RequestException">
    /// It cannot be taken as asked, every reason; or beside what is being carried out (<see cref="RequestOrder"/>). Nothing was stored.
    /// </exception>
    /// <exception cref="AuditUnavailableException">The audit trail cannot be written, so nothing is read.</exception>
    public async Task<DataSubjectRequest> SubmitAsync(
        RequestHeader header, RequestContent content, Caller caller, CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        var register = RequestAccess.RegisterOf(lease.Catalog, header.Register, caller);
        RequestChecks.Check(register, header, content, clock.GetUtcNow());
        content = content is ErasureContent erasure ? erasure.From(header.Channel) : content;
        var print = fingerprint.Of(header, content);
        if (await EarlierAsync(header, print, cancellationToken).ConfigureAwait(false) is { } earlier)
        {
            return await views.OfAsync(earlier, cancellationToken).ConfigureAwait(false);
        }

        PlannedRequest planned;
        try
        {
            await CheckLiftAsync(register, content, cancellationToken).ConfigureAwait(false);
            planned = await PlanAsync(lease.Catalog, register, header, content, caller, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestException)
        {
            // Of two at once the other may have been carried out already; then there is nothing left to plan.
            if (await EarlierAsync(header, print, cancellationToken).ConfigureAwait(false) is { } quicker)
            {
                return await views.OfAsync(quicker, cancellationToken).ConfigureAwait(false);
            }

            throw;
        }

        var row = await StoreAsync(
            new()
            {
                Register = register,
                Header = header,
                Content = content,
                Fingerprint = print,
                Planned = planned,
                RequestedBy = caller.Name,
                RequestedRole = caller.Role,
            },
            cancellationToken).ConfigureAwait(false);
        return await views.OfAsync(row, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PlannedRequest> PlanAsync(
        ConnectorCatalog catalog, Register register, RequestHeader header, RequestContent content, Caller caller, CancellationToken cancellationToken)
    {
        var scope = await audit.BeginAsync(
            new AuditIntent
            {
                Actor = caller.Name,
                Role = caller.Role,
                Register = register.Id,
                Purpose = header.Purpose,
                Operation = RequestAudit.OperationOf(content.Kind),
            },
            cancellationToken).ConfigureAwait(false);
        try
        {
            return await planning.PlanAsync(catalog, register, header.Registrant, content, header.WaitAtMost, onlySource: null, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (RequestException)
        {
            await scope.CompleteAsync(new AuditOutcome { Outcome = "refused" }, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<RequestRow> StoreAsync(NewRequest asked, CancellationToken cancellationToken)
    {
        var (row, wake) = await gate.WriteAsync(
            async (db, ct) =>
            {
                // Of two at once the other is no request in the way: it is this one.
                if (await EarlierInAsync(db, asked.Header, asked.Fingerprint, ct).ConfigureAwait(false) is { } same)
                {
                    return (same, []);
                }

                await order.DemandPossibleAsync(db, filing.OrderOf(asked), null, ct).ConfigureAwait(false);
                return await filing.FileAsync(db, asked, ct).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        await waking.AfterAsync(row.Id, wake).ConfigureAwait(false);
        return row;
    }

    private async Task<RequestRow?> EarlierAsync(RequestHeader header, byte[] print, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await EarlierInAsync(db, header, print, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<RequestRow?> EarlierInAsync(HubDbContext db, RequestHeader header, byte[] print, CancellationToken cancellationToken)
    {
        var row = await db.Requests.AsNoTracking().SingleOrDefaultAsync(
            row => row.Register == header.Register && row.ClientRequestKey == header.ClientRequestKey, cancellationToken).ConfigureAwait(false);
        return row is null || row.ContentHash.AsSpan().SequenceEqual(print)
            ? row
            : throw new RequestException(
                [new(RequestMistakes.KeyReused, "Another request was made under this clientRequestKey; take a new one.", "clientRequestKey")]);
    }

    private async Task CheckLiftAsync(Register register, RequestContent content, CancellationToken cancellationToken)
    {
        if (content is not RestrictionLiftContent lift)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var restriction = await db.Requests.AsNoTracking().SingleOrDefaultAsync(
            row => row.Id == lift.Restriction && row.Register == register.Id && row.Kind == DataSubjectRequestKind.Restriction,
            cancellationToken).ConfigureAwait(false)
            ?? throw new RequestException(
                [new(RequestMistakes.UnknownRequest, "The register has no restriction of this id to lift.", lift.Restriction.ToString())]);

        // Told before planning, which would only find that nothing is restricted any more.
        await order.DemandPossibleAsync(db, new(register.Id, restriction.RegistrantId, [], lift), null, cancellationToken).ConfigureAwait(false);
    }
}
