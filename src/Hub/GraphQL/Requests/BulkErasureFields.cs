using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Bulk;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>What the schema adds to a bulk erasure.</summary>
[ObjectType<BulkErasure>]
public static class BulkErasureFields
{
    /// <summary>What approving, pausing and resuming name.</summary>
    [ID]
    public static Guid GetId([Parent] BulkErasure bulk) => bulk.Id;

    /// <summary>The register's id.</summary>
    [ID]
    public static string GetRegister([Parent] BulkErasure bulk) => bulk.Register;

    /// <summary>Everybody's plan in one: what an approval names by its hash.</summary>
    public static Task<BulkPlan> GetPlanAsync(
        [Parent] BulkErasure bulk, [Service] BulkErasures erasures, CancellationToken cancellationToken) =>
        erasures.PlanOfAsync(bulk, cancellationToken);

    /// <summary>Each person's request, by due date.</summary>
    /// <param name="bulk">The bulk.</param>
    /// <param name="status">Only those that stand so.</param>
    /// <param name="first">How many, 1 to 100.</param>
    /// <param name="after">The endCursor of the page before.</param>
    /// <param name="reader">The room that reads requests.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [ListSize(SlicingArguments = ["first"], SizedFields = ["nodes"])]
    public static Task<DataSubjectRequestConnection> GetRequestsAsync(
        [Parent] BulkErasure bulk,
        IReadOnlyList<RequestStatus>? status,
        [DefaultValue(20)] int first,
        string? after,
        [Service] RequestReader reader,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        RequestErrors.PlainAsync(() => RequestQueries.ListAsync(
            new RequestListing { Register = bulk.Register, Bulk = bulk.Id, Statuses = status ?? [], First = first, After = after },
            reader, context, cancellationToken));
}
