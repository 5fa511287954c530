using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Widening;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Keeps what a person decides about identities: the same person's, or not. Both can be taken back; all is history.</summary>
public sealed class IdentityReview
{
    private readonly CatalogHolder catalogs;
    private readonly IdentityGraph graph;
    private readonly RecordSeal seal;
    private readonly AuditTrail audit;
    private readonly RegistrantObservers observers;

    internal IdentityReview(
        CatalogHolder catalogs, IdentityGraph graph, RecordSeal seal, AuditTrail audit, RegistrantObservers observers) =>
        (this.catalogs, this.graph, this.seal, this.audit, this.observers) = (catalogs, graph, seal, audit, observers);

    /// <summary>Makes a candidate's identity one of the registrant's.</summary>
    /// <exception cref="RegistrantQueryException">Register, registrant or candidate is not known.</exception>
    /// <exception cref="LinkForbiddenException">Something that is known of the two speaks against it.</exception>
    public async Task<Guid> ConfirmAsync(IdentityDecision decision, Caller caller, CancellationToken cancellationToken) =>
        (await DecideAsync("confirmIdentityLink", decision, caller, (anchor, identity) => graph.ConfirmLinkAsync(
            decision.Register, decision.Registrant, anchor, identity, caller.Name, decision.Reason, cancellationToken), cancellationToken)
            .ConfigureAwait(false)).Id;

    /// <summary>Takes an identity away from the registrant, and remembers that it is somebody else's.</summary>
    /// <exception cref="RegistrantQueryException">Register, registrant or identity is not known.</exception>
    public async Task<Guid> SeparateAsync(IdentityDecision decision, Caller caller, CancellationToken cancellationToken)
    {
        var registrant = await DecideAsync("separateIdentities", decision, caller, (anchor, identity) => graph.SeparateAsync(
            decision.Register, anchor, identity, caller.Name, decision.Reason, cancellationToken), cancellationToken).ConfigureAwait(false);
        await observers.SeparatedAsync(registrant, caller.Name, cancellationToken).ConfigureAwait(false);
        return registrant.Id;
    }

    /// <summary>Takes a separation back; links that it cut may be shown anew by sources or confirmed by a person.</summary>
    /// <exception cref="RegistrantQueryException">Register or separation is not known.</exception>
    public async Task LiftAsync(string register, Guid separation, string purpose, Caller caller, CancellationToken cancellationToken)
    {
        CheckRegister(register, caller);
        var scope = await audit.BeginAsync(
            new AuditIntent { Actor = caller.Name, Role = caller.Role, Register = register, Purpose = purpose, Operation = "liftSeparation" },
            cancellationToken).ConfigureAwait(false);
        var lifted = await graph.LiftSeparationAsync(register, separation, caller.Name, cancellationToken).ConfigureAwait(false);
        await scope.CompleteAsync(new AuditOutcome { Outcome = lifted ? "done" : "refused" }, cancellationToken).ConfigureAwait(false);
        if (!lifted)
        {
            throw new RegistrantQueryException("UNKNOWN_SEPARATION", "The register knows no separation of this id that is in force.");
        }
    }

    private Register CheckRegister(string register, Caller caller) =>
        caller.Role != Roles.DataProtectionOfficer
            ? throw new RegistrantQueryException("FORBIDDEN", "Only a data protection officer decides about identities.")
        : caller.CanSee(register) && catalogs.Current.FindRegister(register) is { } found
            ? found
            : throw new RegistrantQueryException("UNKNOWN_REGISTER", "There is no register of this id that you may see.");

    private async Task<KnownRegistrant> DecideAsync(
        string operation,
        IdentityDecision decision,
        Caller caller,
        Func<SubjectIdentity, SubjectIdentity, Task> decide,
        CancellationToken cancellationToken)
    {
        var register = CheckRegister(decision.Register, caller);
        var known = await graph.FindAsync(register.Id, decision.Registrant, cancellationToken).ConfigureAwait(false)
            ?? throw new RegistrantQueryException("UNKNOWN_REGISTRANT", "The register knows no registrant of this id.");
        var identity = seal.OpenIdentity(register.Id, decision.Identity) ?? throw new RegistrantQueryException(
            "UNKNOWN_IDENTITY", "This is not the id of an identity or candidate of the register; take it from a search.");
        var anchor = AnchorOf(known, identity, register.PrimarySource);

        var scope = await audit.BeginAsync(
            new AuditIntent
            {
                Actor = caller.Name,
                Role = caller.Role,
                Register = register.Id,
                Purpose = decision.Purpose,
                Operation = operation,
                RegistrantToken = audit.TokenOf(register.Id, known.Id),
            },
            cancellationToken).ConfigureAwait(false);
        await decide(anchor, identity).ConfigureAwait(false);
        await scope.CompleteAsync(new AuditOutcome { Outcome = "done" }, cancellationToken).ConfigureAwait(false);
        return known;
    }

    // What the decision is about stands against the number the controller knows the person by, or else the oldest identity.
    private static SubjectIdentity AnchorOf(KnownRegistrant known, SubjectIdentity identity, string primarySource) =>
        known.Identities
            .Where(own => IdentityKey.Of(own) != IdentityKey.Of(identity))
            .OrderBy(own => own is { Kind: IdentityKinds.CustomerNumber } && own.Issuer == primarySource ? 0 : 1)
            .FirstOrDefault()
        ?? throw new RegistrantQueryException(
            "ONLY_IDENTITY", "It is the only identity of this registrant, so there is nothing to decide it against.");
}
