using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>Questions about tasks that were given up.</summary>
[QueryType]
[Authorize(Policies.Person)]
public static class DeadLetterQueries
{
    /// <summary>The tasks of a register that were given up, each with its cause and history, the longest given up first.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="first">How many, 1 to 100.</param>
    /// <param name="after">The endCursor of the page before.</param>
    /// <param name="letters">The room that knows them.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [ListSize(SlicingArguments = ["first"], SizedFields = ["nodes"])]
    public static Task<DeadLetterConnection> GetDeadLettersAsync(
        [ID] string register,
        [DefaultValue(20)] int first,
        string? after,
        [Service] DeadLetters letters,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        RequestErrors.PlainAsync(async () =>
        {
            var page = await letters.ListAsync(
                register, first, after, PurposeGate.PurposeOf(context), PurposeGate.CallerOf(context), cancellationToken).ConfigureAwait(false);
            return new DeadLetterConnection(page.DeadLetters, new PageInfo(page.HasNextPage, page.EndCursor));
        });
}
