using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Retention.Holds;

namespace PersonalDataHub.Hub.Retention.HandOvers;

/// <summary>Where people record that data was handed over and that its receipt was confirmed.</summary>
public sealed class HandOverDesk
{
    private const int LongestReference = 200;

    private readonly CatalogHolder catalogs;
    private readonly IDbContextFactory<HubDbContext> contexts;
    private readonly WriteGate gate;
    private readonly HoldVault vault;
    private readonly ReceiptArrivals arrivals;
    private readonly HandOverDisclosure disclosures;
    private readonly AuditTrail audit;
    private readonly TimeProvider clock;

    internal HandOverDesk(
        CatalogHolder catalogs,
        IDbContextFactory<HubDbContext> contexts,
        WriteGate gate,
        HoldVault vault,
        ReceiptArrivals arrivals,
        HandOverDisclosure disclosures,
        AuditTrail audit,
        TimeProvider clock)
    {
        (this.catalogs, this.contexts, this.gate, this.vault) = (catalogs, contexts, gate, vault);
        (this.arrivals, this.disclosures, this.audit, this.clock) = (arrivals, disclosures, audit, clock);
    }

    /// <summary>Records that the data was handed over, and enters it into the ledger of disclosures; the same again changes nothing.</summary>
    /// <exception cref="RequestException">There is no such hand-over that the caller may see, or its recipient is not configured any more.</exception>
    public Task<HandOver> TransferAsync(Guid id, string purpose, Caller caller, CancellationToken cancellationToken) => ChangeAsync(
        id,
        purpose,
        "recordHandOver",
        async (db, row, ct) =>
        {
            if (row.TransferredAt is not null)
            {
                return false;
            }

            row.Disclosure = await disclosures.AddAsync(db, catalogs.Current, row, caller.Name, ct).ConfigureAwait(false);
            (row.TransferredAt, row.TransferredBy) = (clock.GetUtcNow(), caller.Name);
            return true;
        },
        caller,
        cancellationToken);

    /// <summary>Records the recipient's receipt; only then may the data go. Erasures that waited for it go on. One that is confirmed keeps its first reference.</summary>
    /// <param name="id">The hand-over.</param>
    /// <param name="reference">The recipient's reference: 1 to 200 characters; kept encrypted.</param>
    /// <param name="purpose">The purpose under which it is recorded.</param>
    /// <param name="caller">Who records it.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RequestException">There is no such hand-over, nothing was handed over, or the reference is missing.</exception>
    public Task<HandOver> ConfirmAsync(Guid id, string reference, string purpose, Caller caller, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reference) || reference.Length > LongestReference)
        {
            throw new RequestException(
                [new(RequestMistakes.Malformed, $"Give the reference on the receipt: 1 to {LongestReference} characters.", "reference")]);
        }

        return ChangeAsync(
            id,
            purpose,
            "confirmHandOverReceipt",
            async (db, row, ct) =>
            {
                if (row.TransferredAt is null)
                {
                    throw new RequestException(RequestMistakes.TooLate, "Nothing was handed over yet, so there is nothing to confirm; record the hand-over first.");
                }

                if (row.ReceiptAt is not null)
                {
                    return false;
                }

                (row.ReceiptAt, row.ReceiptBy) = (clock.GetUtcNow(), caller.Name);
                (row.Wrapped, row.Receipt) = vault.SealReceipt(row.Id, reference);
                await disclosures.ConfirmAsync(db, row, reference, caller.Name, ct).ConfigureAwait(false);
                return true;
            },
            caller,
            cancellationToken);
    }

    /// <summary>The hand-overs of a register, the most urgent first.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="alarm">True for those alone whose receipt is late.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RequestException">There is no such register that the caller may see.</exception>
    public async Task<IReadOnlyList<HandOver>> ListAsync(string register, bool alarm, Caller caller, CancellationToken cancellationToken)
    {
        RetentionAccess.RegisterOf(catalogs.Current, register, caller);
        var today = clock.Today();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = await db.HandOvers.AsNoTracking()
            .Where(row => row.Register == register && (!alarm || (row.ReceiptAt == null && row.AlarmOn <= today)))
            .OrderBy(row => row.ReceiptAt != null).ThenBy(row => row.AlarmOn).ThenBy(row => row.Key).Take(1000)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(View);
    }

    private async Task<HandOver> ChangeAsync(
        Guid id, string purpose, string operation, Func<HubDbContext, HandOverRow, CancellationToken, Task<bool>> change, Caller caller, CancellationToken cancellationToken)
    {
        RetentionAccess.DemandOfficer(caller);
        var (changed, going) = await gate.WriteAsync(
            async (db, ct) =>
            {
                var row = await db.HandOvers.SingleOrDefaultAsync(row => row.Id == id, ct).ConfigureAwait(false);
                if (row is null || !caller.CanSee(row.Register))
                {
                    throw new RequestException(RequestMistakes.UnknownRequest, "There is no hand-over of this id that you may see.");
                }

                if (!await change(db, row, ct).ConfigureAwait(false))
                {
                    return (row, []);
                }

                // Whatever kept the person from being looked at: it is worth looking again.
                await db.RetentionChecks.Where(check => check.Register == row.Register && check.RegistrantId == row.RegistrantId)
                    .ExecuteUpdateAsync(set => set.SetProperty(check => check.NotBefore, DateOnly.MinValue), ct).ConfigureAwait(false);
                await audit.RecordAsync(
                    db,
                    new()
                    {
                        Actor = caller.Name,
                        Role = caller.Role,
                        Register = row.Register,
                        Purpose = purpose,
                        Operation = operation,
                        RegistrantToken = audit.TokenOf(row.Register, row.RegistrantId),
                        RequestId = row.Id.ToString(),
                        Sources = [],
                    },
                    new() { Outcome = row.Recipient },
                    ct).ConfigureAwait(false);
                return (row, row.ReceiptAt is null ? [] : await arrivals.ContinueAsync(db, row.Register, row.RegistrantId, ct).ConfigureAwait(false));
            },
            cancellationToken).ConfigureAwait(false);
        await arrivals.AfterAsync(going).ConfigureAwait(false);
        return View(changed);
    }

    private HandOver View(HandOverRow row) => new()
    {
        Id = row.Id,
        Register = row.Register,
        Registrant = row.RegistrantId,
        Recipient = row.Recipient,
        Rule = row.Rule,
        Step = row.ReceiptAt is not null ? HandOverStep.ReceiptConfirmed
            : row.TransferredAt is not null ? HandOverStep.AwaitingReceipt
            : HandOverStep.Transfer,
        Since = row.Since,
        EraseFrom = row.EraseFrom,
        AlarmOn = row.AlarmOn,
        Alarm = row.ReceiptAt is null && row.AlarmOn <= clock.Today(),
        TransferredAt = row.TransferredAt,
        TransferredBy = row.TransferredBy,
        ReceiptAt = row.ReceiptAt,
        ReceiptBy = row.ReceiptBy,
        ReceiptReference = vault.ReceiptOf(row),
        Disclosure = row.Disclosure,
    };
}
