using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Marketing;

/// <summary>Turns purposes on that are off by default, such as publication, and off again. Who did it and why is kept.</summary>
public sealed class PurposeSwitches
{
    private readonly CatalogHolder catalogs;
    private readonly WriteGate gate;
    private readonly AuditTrail audit;
    private readonly TimeProvider clock;

    internal PurposeSwitches(CatalogHolder catalogs, WriteGate gate, AuditTrail audit, TimeProvider clock) =>
        (this.catalogs, this.gate, this.audit, this.clock) = (catalogs, gate, audit, clock);

    /// <summary>Turns a purpose on or off.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="named">The id of a purpose that is off by default.</param>
    /// <param name="on">On or off.</param>
    /// <param name="reason">Why; no personal data.</param>
    /// <param name="purpose">The purpose under which the caller works.</param>
    /// <param name="caller">A data protection officer.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="PermissionException">The purpose is not one that is off by default, or no reason is given.</exception>
    public Task TurnAsync(string register, string named, bool on, string reason, string purpose, Caller caller, CancellationToken cancellationToken)
    {
        var of = MarketingAccess.OfficersRegisterOf(catalogs.Current, register, caller);
        if (of.FindPurpose(named) is not { Default: PurposeDefault.Off })
        {
            throw new PermissionException("NOT_SWITCHABLE", $"'{named}' is no purpose of the register that is off by default.", named);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new PermissionException("REASON_MISSING", "Say why, under 'reason'.", "reason");
        }

        return gate.WriteAsync(
            async (db, ct) =>
            {
                db.PurposeSwitches.Add(new PurposeSwitchRow
                {
                    Register = of.Id, Purpose = named, IsOn = on, Reason = reason, By = caller.Name, At = clock.GetUtcNow(),
                });
                await audit.RecordAsync(
                    db,
                    new() { Actor = caller.Name, Role = caller.Role, Register = of.Id, Purpose = purpose, Operation = "turnPurpose" },
                    new() { Outcome = $"{named}: {(on ? "on" : "off")}" },
                    ct).ConfigureAwait(false);
            },
            cancellationToken);
    }
}
