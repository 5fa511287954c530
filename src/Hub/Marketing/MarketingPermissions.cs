using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Marketing;

/// <summary>What people allow and forbid: kept with its history, obeyed at once, carried to every source that keeps it.</summary>
public sealed class MarketingPermissions
{
    private readonly CatalogHolder catalogs;
    private readonly PersonPermissions persons;
    private readonly PermissionBook book;
    private readonly PermissionSpreading spreading;
    private readonly RegistrantLookup lookup;
    private readonly WriteGate gate;
    private readonly AuditTrail audit;
    private readonly TimeProvider clock;

    internal MarketingPermissions(
        CatalogHolder catalogs,
        PersonPermissions persons,
        PermissionBook book,
        PermissionSpreading spreading,
        RegistrantLookup lookup,
        WriteGate gate,
        AuditTrail audit,
        TimeProvider clock)
    {
        (this.catalogs, this.persons, this.book, this.spreading) = (catalogs, persons, book, spreading);
        (this.lookup, this.gate, this.audit, this.clock) = (lookup, gate, audit, clock);
    }

    /// <summary>Keeps a decision and carries it to the sources. The hub obeys it from the moment this returns.</summary>
    /// <param name="order">The decision.</param>
    /// <param name="purpose">The purpose under which the caller works.</param>
    /// <param name="caller">A data protection officer or a tool.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="PermissionException">It cannot be kept as asked; every reason.</exception>
    /// <exception cref="RegistrantQueryException">The register or the person is not known.</exception>
    public async Task<KeptPermission> SetAsync(PermissionOrder order, string purpose, Caller caller, CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        var register = MarketingAccess.RegisterOf(lease.Catalog, order.Register, caller);
        var now = clock.GetUtcNow();
        PermissionMistake[] mistakes = [.. PermissionChecks.Of(register, order, now)];
        if (mistakes.Length > 0)
        {
            throw new PermissionException(mistakes);
        }

        var found = await lookup.FindAsync(lease.Catalog, register, order.Registrant, TimeSpan.FromSeconds(10), cancellationToken).ConfigureAwait(false);
        var decision = await gate.WriteAsync(
            async (db, ct) =>
            {
                var kept = book.Add(
                    db,
                    register,
                    found.Known.Id,
                    new()
                    {
                        Use = order.Use,
                        Purpose = order.Purpose,
                        Channel = PermissionPurposes.ChannelOf(register, order.Purpose, order.Channel),
                        Decision = order.Decision,
                        At = order.At is { } at && at < now ? at : now,
                        Intake = order.Intake,
                        TextVersion = order.TextVersion,
                    },
                    caller.Name);
                await audit.RecordAsync(
                    db,
                    IntentOf("setMarketingPermission", register, purpose, caller) with { RegistrantToken = audit.TokenOf(register.Id, found.Known.Id) },
                    new() { Outcome = $"{order.Use} {order.Purpose} {order.Channel ?? "all"}: {order.Decision}", Records = 1 },
                    ct).ConfigureAwait(false);
                return kept;
            },
            cancellationToken).ConfigureAwait(false);
        return new(
            found.Known.Id,
            decision,
            await spreading.SpreadAsync(register, found, decision, purpose, caller, cancellationToken).ConfigureAwait(false),
            order.Decision != PermissionDecision.Given && register.FindPurpose(order.Purpose) is { } named && WebNotice.Concerns(named, found.Sources)
                ? WebNotice.Of(register, found.Sources, order.Language)
                : null);
    }

    /// <summary>Whether a person may be contacted in a channel for a purpose, now or at a past moment.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="registrant">Who.</param>
    /// <param name="channel">The channel's id.</param>
    /// <param name="contactPurpose">The id of the purpose of the contact.</param>
    /// <param name="at">The moment; null for now.</param>
    /// <param name="purpose">The purpose under which the caller works.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RegistrantQueryException">The register or the person is not known.</exception>
    public async Task<ContactAnswer> MayContactAsync(
        string register,
        RegistrantKey registrant,
        string channel,
        string contactPurpose,
        DateTimeOffset? at,
        string purpose,
        Caller caller,
        CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        var of = MarketingAccess.RegisterOf(lease.Catalog, register, caller);
        var scope = await audit.BeginAsync(IntentOf("mayContact", of, purpose, caller), cancellationToken).ConfigureAwait(false);
        var (found, history, restricted) = await persons.ReadAsync(lease.Catalog, of, registrant, cancellationToken).ConfigureAwait(false);
        var moment = at ?? clock.GetUtcNow();
        var answer = ContactRules.Decide(
            of,
            history,
            channel,
            contactPurpose,
            moment,
            await book.IsTurnedOnAsync(of.Id, contactPurpose, moment, cancellationToken).ConfigureAwait(false),
            of.FindPurpose(contactPurpose) is { } named && PersonPermissions.IsRestricted(restricted, named));
        await scope.CompleteAsync(
            new() { Outcome = "answered", RegistrantToken = audit.TokenOf(of.Id, found.Known.Id) }, cancellationToken).ConfigureAwait(false);
        return answer;
    }

    /// <summary>What holds for every use, purpose and channel of a person who was found.</summary>
    public async Task<IReadOnlyList<Permission>> OfAsync(
        string register, Guid registrant, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        var of = lease.Catalog.FindRegister(register)!;
        var (_, history, restricted) = await persons.ReadAsync(
            lease.Catalog, of, new RegistrantKey.ById(registrant), cancellationToken).ConfigureAwait(false);
        var moment = at ?? clock.GetUtcNow();
        return PermissionMatrix.Of(
            of,
            history,
            moment,
            await persons.TurnedOnAsync(of, moment, cancellationToken).ConfigureAwait(false),
            purpose => PersonPermissions.IsRestricted(restricted, purpose));
    }

    /// <summary>Every decision of a person who was found, oldest first, those that sources keep included.</summary>
    public async Task<IReadOnlyList<PermissionEvent>> HistoryAsync(string register, Guid registrant, CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        var (_, history, _) = await persons.ReadAsync(
            lease.Catalog, lease.Catalog.FindRegister(register)!, new RegistrantKey.ById(registrant), cancellationToken).ConfigureAwait(false);
        return history.All;
    }

    private static AuditIntent IntentOf(string operation, Register register, string purpose, Caller caller) => new()
    {
        Actor = caller.Name, Role = caller.Role, Register = register.Id, Purpose = purpose, Operation = operation,
    };
}
