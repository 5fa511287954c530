using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>What a person decides about identities.</summary>
[MutationType]
[Authorize(Policies.Officer)]
public static class IdentityMutations
{
    /// <summary>Makes a candidate's identity one of the registrant's. Can be taken back by separating.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="registrant">The registrant's id.</param>
    /// <param name="candidate">The candidate's id, as a search gave it.</param>
    /// <param name="reason">Why, for the history; no personal data.</param>
    /// <param name="review">The room that keeps decisions.</param>
    /// <param name="context">Who decides.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<LinkForbiddenException>]
    [Error<RegistrantQueryException>]
    public static async Task<DecidedIdentity> ConfirmIdentityLinkAsync(
        [ID] string register,
        [ID] string registrant,
        [ID] string candidate,
        string reason,
        [Service] IdentityReview review,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        new(await review.ConfirmAsync(Decision(register, registrant, candidate, reason, context), PurposeGate.CallerOf(context), cancellationToken)
            .ConfigureAwait(false));

    /// <summary>Takes an identity away from the registrant and remembers that it is not this person's.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="registrant">The registrant's id.</param>
    /// <param name="identity">The id of the identity or candidate, as a search gave it.</param>
    /// <param name="reason">Why, for the history; no personal data.</param>
    /// <param name="review">The room that keeps decisions.</param>
    /// <param name="context">Who decides.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RegistrantQueryException>]
    public static async Task<DecidedIdentity> SeparateIdentitiesAsync(
        [ID] string register,
        [ID] string registrant,
        [ID] string identity,
        string reason,
        [Service] IdentityReview review,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        new(await review.SeparateAsync(Decision(register, registrant, identity, reason, context), PurposeGate.CallerOf(context), cancellationToken)
            .ConfigureAwait(false));

    /// <summary>Takes a separation back.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="separation">The separation's id, as the registrant's <c>separations</c> gave it.</param>
    /// <param name="review">The room that keeps decisions.</param>
    /// <param name="context">Who decides.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RegistrantQueryException>]
    public static async Task<LiftedSeparation> LiftSeparationAsync(
        [ID] string register,
        [ID] string separation,
        [Service] IdentityReview review,
        IResolverContext context,
        CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(separation, out var id))
        {
            throw new RegistrantQueryException("UNKNOWN_SEPARATION", "This is not the id of a separation; take it from a search.");
        }

        await review.LiftAsync(register, id, PurposeGate.PurposeOf(context), PurposeGate.CallerOf(context), cancellationToken)
            .ConfigureAwait(false);
        return new LiftedSeparation(id);
    }

    private static IdentityDecision Decision(string register, string registrant, string identity, string reason, IResolverContext context) =>
        new(
            register,
            Guid.TryParse(registrant, out var id)
                ? id
                : throw new RegistrantQueryException("UNKNOWN_REGISTRANT", "The register knows no registrant of this id."),
            identity,
            reason,
            PurposeGate.PurposeOf(context));
}
