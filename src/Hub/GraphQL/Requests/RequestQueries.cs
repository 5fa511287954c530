using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>Questions about requests.</summary>
[QueryType]
[Authorize(Policies.Person)]
public static class RequestQueries
{
    /// <summary>One request; null when there is none that the caller may see.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="reader">The room that reads requests.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    public static Task<DataSubjectRequest?> GetDataSubjectRequestAsync(
        [ID] string id, [Service] RequestReader reader, IResolverContext context, CancellationToken cancellationToken) =>
        RequestErrors.PlainAsync(() => reader.FindAsync(RequestIds.Parse(id), PurposeGate.CallerOf(context), cancellationToken));

    /// <summary>Requests of a register, by due date, those due first coming first.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="of">Only those about this person; works after the erasure too.</param>
    /// <param name="status">Only those that stand so.</param>
    /// <param name="first">How many, 1 to 100.</param>
    /// <param name="after">The endCursor of the page before.</param>
    /// <param name="reader">The room that reads requests.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [ListSize(SlicingArguments = ["first"], SizedFields = ["nodes"])]
    public static Task<DataSubjectRequestConnection> GetDataSubjectRequestsAsync(
        [ID] string register,
        RegistrantKeyInput? of,
        IReadOnlyList<RequestStatus>? status,
        [DefaultValue(20)] int first,
        string? after,
        [Service] RequestReader reader,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        RequestErrors.PlainAsync(() => ListAsync(
            new RequestListing { Register = register, Of = of?.ToKey(), Statuses = status ?? [], First = first, After = after },
            reader, context, cancellationToken));

    internal static async Task<DataSubjectRequestConnection> ListAsync(
        RequestListing listing, RequestReader reader, IResolverContext context, CancellationToken cancellationToken)
    {
        var page = await reader.ListAsync(listing, PurposeGate.PurposeOf(context), PurposeGate.CallerOf(context), cancellationToken).ConfigureAwait(false);
        return new(page.Requests, new PageInfo(page.HasNextPage, page.EndCursor));
    }
}
