using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Marketing;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Disclosures;

/// <summary>Decides whether data may go to somebody, and records that it does. A refusal stands in the audit trail too.</summary>
public sealed class DisclosureLedger
{
    private static readonly TimeSpan wait = TimeSpan.FromSeconds(10);

    private readonly CatalogHolder catalogs;
    private readonly RegistrantLookup lookup;
    private readonly IdentityGraph graph;
    private readonly PersonGates gates;
    private readonly PermissionBook permissions;
    private readonly DisclosureStore store;
    private readonly WriteGate gate;
    private readonly AuditTrail audit;
    private readonly TimeProvider clock;

    internal DisclosureLedger(
        CatalogHolder catalogs,
        RegistrantLookup lookup,
        IdentityGraph graph,
        PersonGates gates,
        PermissionBook permissions,
        DisclosureStore store,
        WriteGate gate,
        AuditTrail audit,
        TimeProvider clock)
    {
        (this.catalogs, this.lookup, this.graph, this.gates) = (catalogs, lookup, graph, gates);
        (this.permissions, this.store, this.gate, this.audit, this.clock) = (permissions, store, gate, audit, clock);
    }

    /// <summary>Records a disclosure that may be.</summary>
    /// <param name="order">What goes to whom.</param>
    /// <param name="purpose">The purpose under which the caller works; told in the audit trail.</param>
    /// <param name="caller">A data protection officer.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="DisclosureException">It may not be; every reason. Only the refusal was recorded.</exception>
    /// <exception cref="RegistrantQueryException">The register or a person is not known.</exception>
    /// <exception cref="AuditUnavailableException">The audit trail cannot be written, so nothing may go.</exception>
    public async Task<Disclosure> DiscloseAsync(DisclosureOrder order, string purpose, Caller caller, CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        var register = caller.Role == Roles.DataProtectionOfficer && caller.CanSee(order.Register)
            && lease.Catalog.FindRegister(order.Register) is { } found
                ? found
                : throw new RegistrantQueryException("UNKNOWN_REGISTER", "There is no register of this id that you may disclose of.");
        var intent = new AuditIntent
        {
            Actor = caller.Name,
            Role = caller.Role,
            Register = register.Id,
            Purpose = purpose,
            Operation = "disclose",
            Fields = order.Fields,
        };
        var scope = await audit.BeginAsync(intent, cancellationToken).ConfigureAwait(false);
        try
        {
            var (kind, persons) = await CheckAsync(lease.Catalog, register, order, cancellationToken).ConfigureAwait(false);
            Guid[] ids = [.. persons.Select(person => person.Id)];
            var disclosure = await gate.WriteAsync(
                (db, ct) => store.AddAsync(db, register, kind, order, ids, caller.Name, ct), cancellationToken).ConfigureAwait(false);
            await scope.CompleteAsync(
                new AuditOutcome
                {
                    Outcome = "disclosed",
                    Records = disclosure.Persons,
                    RegistrantToken = ids is [var one] ? audit.TokenOf(register.Id, one) : null,
                },
                cancellationToken).ConfigureAwait(false);
            return disclosure;
        }
        catch (DisclosureException refused)
        {
            var codes = string.Join(", ", refused.Mistakes.Select(mistake => mistake.Code).Distinct());
            await scope.CompleteAsync(new AuditOutcome { Outcome = $"refused: {codes}" }, cancellationToken).ConfigureAwait(false);
            throw;
        }
        catch (RegistrantQueryException refused)
        {
            await scope.CompleteAsync(new AuditOutcome { Outcome = $"refused: {refused.Code}" }, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>What went of a registrant's data, newest first.</summary>
    public async Task<IReadOnlyList<Disclosure>> OfAsync(string register, Guid registrant, CancellationToken cancellationToken) =>
        await store.OfAsync(
            await graph.FindAsync(register, registrant, cancellationToken).ConfigureAwait(false)
                ?? new KnownRegistrant { Id = registrant, Register = register, Identities = [], Links = [], Separations = [] },
            cancellationToken).ConfigureAwait(false);

    private async Task<(DisclosureKind Kind, IReadOnlyList<KnownRegistrant> Persons)> CheckAsync(
        ConnectorCatalog catalog, Register register, DisclosureOrder order, CancellationToken cancellationToken)
    {
        var recipient = register.Pack.FindRecipient(order.Recipient) ?? throw new DisclosureException(
        [
            new(
                DisclosureMistakes.UnknownRecipient,
                $"The register's policy has no recipient '{order.Recipient}'; it has: {string.Join(", ", register.Pack.Recipients.Select(one => one.Id))}.",
                order.Recipient,
                []),
        ]);
        var check = new DisclosureGates(register, recipient, order, clock.Today());
        var types = catalog.RecordTypes(register.Id);
        var mistakes = check.Check(types).ToList();
        if (register.FindPurpose(order.For) is { Default: PurposeDefault.Off } off
            && !await permissions.IsTurnedOnAsync(register.Id, off.Id, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false))
        {
            mistakes.Add(new(DisclosureMistakes.PurposeOff, $"The controller has not turned '{off.Id}' on.", off.Id, off.Statements));
        }

        // Who it is, is asked only of what may be: a refusal of the policy touches nobody.
        Refuse(mistakes);
        var persons = new List<KnownRegistrant>();
        foreach (var key in order.Registrants)
        {
            persons.Add((await lookup.FindAsync(catalog, register, key, wait, cancellationToken).ConfigureAwait(false)).Known);
        }

        persons = [.. persons.DistinctBy(person => person.Id)];
        Refuse(await gates.CheckAsync(register, order, check.Kind, AskedField.Of(order.Fields, types).Fields, persons, cancellationToken).ConfigureAwait(false));
        return (check.Kind, persons);
    }

    private static void Refuse(IReadOnlyList<DisclosureMistake> mistakes)
    {
        if (mistakes.Count > 0)
        {
            throw new DisclosureException(mistakes);
        }
    }
}
