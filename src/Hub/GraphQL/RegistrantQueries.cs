using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>Questions about one person.</summary>
[QueryType]
[Authorize(Policies.Person)]
public static class RegistrantQueries
{
    /// <summary>Finds one person in one register and reads, live, what is selected of that person from every source needed.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="by">Who is asked for.</param>
    /// <param name="waitAtMost">How long the answer may take; sources that have not answered by then read as timed out.</param>
    /// <param name="reveal">Shows identity codes whole; only for a data protection officer, and told in the audit trail.</param>
    /// <param name="reader">The room that reads.</param>
    /// <param name="context">What is selected.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Cost(10)]
    public static Task<RegistrantSearch> FindRegistrantAsync(
        [ID] string register,
        RegistrantKeyInput by,
        [GraphQLType("Duration")] [DefaultValue("PT2S")] TimeSpan? waitAtMost,
        [DefaultValue(false)] bool reveal,
        [Service] RegistrantReader reader,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        Refusals.AsErrorsAsync(() => reader.FindAsync(
            SearchSelection.QueryOf(context, register, by.ToKey(), waitAtMost, reveal), PurposeGate.CallerOf(context), cancellationToken));
}
