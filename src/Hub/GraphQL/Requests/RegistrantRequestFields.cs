using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>What the schema adds to a registrant: the requests about that person.</summary>
[ObjectType<Registrant>]
public static class RegistrantRequestFields
{
    /// <summary>The requests about this person, those due first coming first.</summary>
    /// <param name="registrant">The person.</param>
    /// <param name="first">How many, 1 to 100.</param>
    /// <param name="after">The endCursor of the page before.</param>
    /// <param name="reader">The room that reads requests.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [ListSize(SlicingArguments = ["first"], SizedFields = ["nodes"])]
    public static Task<DataSubjectRequestConnection> GetRequestsAsync(
        [Parent] Registrant registrant,
        [DefaultValue(20)] int first,
        string? after,
        [Service] RequestReader reader,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        RequestErrors.PlainAsync(() => RequestQueries.ListAsync(
            new RequestListing { Register = registrant.Register, Of = new RegistrantKey.ById(registrant.Id), First = first, After = after },
            reader,
            context,
            cancellationToken));
}
