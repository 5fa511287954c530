using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>What can be watched.</summary>
[SubscriptionType]
[Authorize(Policies.Person)]
public static class RequestSubscriptions
{
    /// <summary>A request as it stands now, and again after every change until it has ended.</summary>
    /// <param name="id">The request's id.</param>
    /// <param name="reader">The room that reads requests.</param>
    /// <param name="context">Who watches.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    public static IAsyncEnumerable<DataSubjectRequest> DataSubjectRequestProgressAsync(
        [ID] string id, [Service] RequestReader reader, IResolverContext context, CancellationToken cancellationToken) =>
        reader.WatchAsync(RequestIds.Parse(id), PurposeGate.CallerOf(context), cancellationToken);
}
