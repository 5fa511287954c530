using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>What a person decides about recordings.</summary>
[MutationType]
[Authorize(Policies.Officer)]
public static class RecordingMutations
{
    /// <summary>Silences a span of a recording, in which somebody else is spoken of, whenever it is handed out from now on.</summary>
    /// <param name="address">The recording's address, as an answer gave it.</param>
    /// <param name="from">From where, counted from the beginning.</param>
    /// <param name="to">To where.</param>
    /// <param name="reason">Why, such as <c>third-party</c>; no personal data.</param>
    /// <param name="redactions">The room that keeps it.</param>
    /// <param name="context">Who decides.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RegistrantQueryException>]
    public static async Task<RedactedRecording> RedactRecordingAsync(
        string address,
        [GraphQLType("Duration!")] TimeSpan from,
        [GraphQLType("Duration!")] TimeSpan to,
        string reason,
        [Service] RedactionBook redactions,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        new(await redactions.AddAsync(
            address, from, to, reason, PurposeGate.PurposeOf(context), PurposeGate.CallerOf(context), cancellationToken).ConfigureAwait(false));
}
