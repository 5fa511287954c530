using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Marketing;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL.Marketing;

/// <summary>What the schema adds to a registrant: what that person allows and forbids.</summary>
[ObjectType<Registrant>]
[Authorize(Policies.Person)]
public static class RegistrantPermissionFields
{
    /// <summary>What holds for every use, purpose and channel.</summary>
    /// <param name="registrant">The person.</param>
    /// <param name="permissions">The room that knows.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    /// <param name="at">The moment; left out for now.</param>
    [Cost(10)]
    [ListSize(AssumedSize = 50)]
    public static Task<IReadOnlyList<Permission>> GetPermissionsAsync(
        [Parent] Registrant registrant, [Service] MarketingPermissions permissions, CancellationToken cancellationToken, DateTimeOffset? at = null) =>
        Refusals.AsErrorsAsync(() => permissions.OfAsync(registrant.Register, registrant.Id, at, cancellationToken));

    /// <summary>Every decision of the person, oldest first, those that sources keep included.</summary>
    /// <param name="registrant">The person.</param>
    /// <param name="permissions">The room that knows.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Cost(10)]
    [ListSize(AssumedSize = 20)]
    public static Task<IReadOnlyList<PermissionEvent>> GetPermissionHistoryAsync(
        [Parent] Registrant registrant, [Service] MarketingPermissions permissions, CancellationToken cancellationToken) =>
        Refusals.AsErrorsAsync(() => permissions.HistoryAsync(registrant.Register, registrant.Id, cancellationToken));
}
