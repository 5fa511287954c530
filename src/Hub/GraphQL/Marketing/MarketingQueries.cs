using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Marketing;

namespace PersonalDataHub.Hub.GraphQL.Marketing;

/// <summary>Questions about what people allow.</summary>
[QueryType]
[Authorize(Policies.Person)]
public static class MarketingQueries
{
    /// <summary>Whether a person may be contacted in a channel for a purpose, now or at a past moment.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="registrant">Who.</param>
    /// <param name="channel">The channel's id.</param>
    /// <param name="purpose">The id of the purpose of the contact.</param>
    /// <param name="at">The moment; left out for now.</param>
    /// <param name="permissions">The room that knows.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Cost(10)]
    public static Task<ContactAnswer> GetMayContactAsync(
        [ID] string register,
        RegistrantKeyInput registrant,
        [ID] string channel,
        [ID] string purpose,
        DateTimeOffset? at,
        [Service] MarketingPermissions permissions,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        Refusals.AsErrorsAsync(() => permissions.MayContactAsync(
            register, registrant.ToKey(), channel, purpose, at, PurposeGate.PurposeOf(context), PurposeGate.CallerOf(context), cancellationToken));
}
