using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Requests.Bulk;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>Questions about bulk erasures.</summary>
[QueryType]
[Authorize(Policies.Person)]
public static class BulkQueries
{
    /// <summary>Erasures of many people that were asked for together; null when there are none that the caller may see.</summary>
    /// <param name="id">The bulk's id.</param>
    /// <param name="erasures">The room that takes bulk erasures.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    public static Task<BulkErasure?> GetErasuresAsync(
        [ID] string id, [Service] BulkErasures erasures, IResolverContext context, CancellationToken cancellationToken) =>
        RequestErrors.PlainAsync(() => erasures.FindAsync(RequestIds.Parse(id), PurposeGate.CallerOf(context), cancellationToken));
}
