using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.Retention.Holds;

/// <summary>Sets, lifts and lists legal holds. Each is audited with who and why it was done for, never with its reason.</summary>
public sealed class HoldBook
{
    private readonly CatalogHolder catalogs;
    private readonly IDbContextFactory<HubDbContext> contexts;
    private readonly WriteGate gate;
    private readonly HoldVault vault;
    private readonly PersonFinding persons;
    private readonly DecisionKeys keys;
    private readonly AuditTrail audit;
    private readonly TimeProvider clock;

    internal HoldBook(
        CatalogHolder catalogs,
        IDbContextFactory<HubDbContext> contexts,
        WriteGate gate,
        HoldVault vault,
        PersonFinding persons,
        DecisionKeys keys,
        AuditTrail audit,
        TimeProvider clock) =>
        (this.catalogs, this.contexts, this.gate, this.vault, this.persons, this.keys, this.audit, this.clock) =
            (catalogs, contexts, gate, vault, persons, keys, audit, clock);

    /// <summary>Sets a hold: from now on nothing that it covers is erased, by whatever erasure.</summary>
    /// <param name="hold">What it keeps, why and for how long.</param>
    /// <param name="clientRequestKey">The same again under the same key sets none and returns the same; null for none.</param>
    /// <param name="caller">Who sets it: a data protection officer.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RequestException">It cannot be set as asked; every reason.</exception>
    public async Task<LegalHold> SetAsync(NewHold hold, string? clientRequestKey, Caller caller, CancellationToken cancellationToken)
    {
        RetentionAccess.DemandOfficer(caller);
        using var lease = catalogs.Lease();
        var register = RetentionAccess.RegisterOf(lease.Catalog, hold.Register, caller);
        var decision = new Decision("setLegalHold", clientRequestKey, SaidOf(hold));
        var id = await keys.OnceAsync(decision, caller, () => SetOnceAsync(decision, lease.Catalog, register, hold, caller, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return View(await db.LegalHolds.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false));
    }

    private async Task<Guid> SetOnceAsync(
        Decision decision, ConnectorCatalog catalog, Register register, NewHold hold, Caller caller, CancellationToken cancellationToken)
    {
        HoldChecks.Check(register, hold, [.. catalog.RecordTypes(register.Id).Select(type => type.Name)], clock.Today());
        var registrant = hold.Registrant is { } key
            ? await persons.IdOfAsync(catalog, register, key, cancellationToken).ConfigureAwait(false)
            : (Guid?)null;
        var id = Guid.NewGuid();
        var (wrapped, reason) = vault.SealReason(id, hold.Reason);
        var row = new LegalHoldRow
        {
            Id = id,
            Register = register.Id,
            RegistrantId = registrant,
            Categories = string.Join(' ', hold.Categories),
            Fields = string.Join(' ', hold.Fields),
            Wrapped = wrapped,
            Reason = reason,
            SetBy = caller.Name,
            SetAt = clock.GetUtcNow(),
            From = hold.From ?? clock.Today(),
            Until = hold.Until,
            ReviewOn = hold.ReviewOn,
            Purpose = hold.Purpose,
        };
        await gate.WriteAsync(
            async (db, ct) =>
            {
                db.LegalHolds.Add(row);
                await keys.KeepAsync(db, decision, caller, id, ct).ConfigureAwait(false);
                await db.SaveChangesAsync(ct).ConfigureAwait(false);
                await RecordAsync(db, row, decision.Operation, caller, ct).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return id;
    }

    /// <summary>Lifts a hold; one that is lifted already stays so. What it kept is looked at again by the next sweep.</summary>
    /// <exception cref="RequestException">There is none of this id that the caller may see.</exception>
    public async Task<LegalHold> LiftAsync(Guid id, Caller caller, CancellationToken cancellationToken)
    {
        RetentionAccess.DemandOfficer(caller);
        return View(await gate.WriteAsync(
            async (db, ct) =>
            {
                var row = await db.LegalHolds.SingleOrDefaultAsync(row => row.Id == id, ct).ConfigureAwait(false);
                if (row is null || !caller.CanSee(row.Register))
                {
                    throw new RequestException(RequestMistakes.UnknownRequest, "There is no legal hold of this id that you may see.");
                }

                if (row.LiftedAt is null)
                {
                    (row.LiftedAt, row.LiftedBy) = (clock.GetUtcNow(), caller.Name);
                    await db.RetentionChecks.Where(check => check.Register == row.Register && (row.RegistrantId == null || check.RegistrantId == row.RegistrantId))
                        .ExecuteUpdateAsync(set => set.SetProperty(check => check.NotBefore, DateOnly.MinValue), ct).ConfigureAwait(false);
                    await RecordAsync(db, row, "liftLegalHold", caller, ct).ConfigureAwait(false);
                }

                return row;
            },
            cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The holds of a register, those that need a review soonest first.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="lifted">Whether those that were lifted or are over come too.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RequestException">There is no such register that the caller may see.</exception>
    public async Task<IReadOnlyList<LegalHold>> ListAsync(string register, bool lifted, Caller caller, CancellationToken cancellationToken)
    {
        RetentionAccess.RegisterOf(catalogs.Current, register, caller);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = await db.LegalHolds.AsNoTracking().Where(row => row.Register == register && (lifted || row.LiftedAt == null))
            .OrderBy(row => row.ReviewOn).ThenBy(row => row.Key).ToListAsync(cancellationToken).ConfigureAwait(false);
        var today = clock.Today();
        return [.. rows.Where(row => lifted || !(row.Until < today)).Select(View)];
    }

    private LegalHold View(LegalHoldRow row) => new()
    {
        Id = row.Id,
        Register = row.Register,
        Registrant = row.RegistrantId,
        Categories = Words(row.Categories),
        Fields = Words(row.Fields),
        Reason = vault.ReasonOf(row),
        SetBy = row.SetBy,
        From = row.From,
        Until = row.Until,
        ReviewOn = row.ReviewOn,
        LiftedAt = row.LiftedAt,
        LiftedBy = row.LiftedBy,
    };

    private static string?[] SaidOf(NewHold hold) =>
    [
        hold.Register,
        hold.Purpose,
        hold.Reason,
        string.Join(' ', hold.Categories),
        string.Join(' ', hold.Fields),
        DayOf(hold.From),
        DayOf(hold.Until),
        DayOf(hold.ReviewOn),
        .. hold.Registrant is { } registrant ? RequestFingerprint.PartsOf(registrant) : [],
    ];

    private static string? DayOf(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private Task<Guid> RecordAsync(HubDbContext db, LegalHoldRow row, string operation, Caller caller, CancellationToken cancellationToken) => audit.RecordAsync(
        db,
        new()
        {
            Actor = caller.Name,
            Role = caller.Role,
            Register = row.Register,
            Purpose = row.Purpose,
            Operation = operation,
            RegistrantToken = row.RegistrantId is { } id ? audit.TokenOf(row.Register, id) : null,
            RequestId = row.Id.ToString(),
        },
        new() { Outcome = "done" },
        cancellationToken);
}
