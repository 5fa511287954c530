using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>What moves the day by which a person is to be answered.</summary>
[MutationType]
[Authorize(Policies.Officer)]
public static class DeadlineMutations
{
    /// <summary>Extends the period by two months, within the first month and with the person told why (GDPR Art. 12(3)).</summary>
    /// <param name="request">The request's id.</param>
    /// <param name="reason">Why: complexity or number of requests; no personal data.</param>
    /// <param name="toldAt">When the person was told.</param>
    /// <param name="clientRequestKey">Chosen by the client: the same again under the same key changes nothing and returns the same request. No personal data.</param>
    /// <param name="decisions">The room that keeps decisions about deadlines.</param>
    /// <param name="context">Who decides.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RequestRefusedException>]
    [Error<RequestKeyReusedException>]
    public static Task<DataSubjectRequest> ExtendDeadlineAsync(
        [ID] string request,
        string reason,
        DateTimeOffset toldAt,
        string? clientRequestKey,
        [Service] DeadlineDecisions decisions,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        RequestErrors.TypedAsync(() => decisions.ExtendAsync(
            RequestIds.Parse(request), reason, toldAt, clientRequestKey, PurposeGate.CallerOf(context), cancellationToken));

    /// <summary>Keeps that the person was asked for what confirms the identity: until the answer no period runs (GDPR Art. 12(6)).</summary>
    /// <param name="request">The request's id.</param>
    /// <param name="askedAt">When the person was asked.</param>
    /// <param name="clientRequestKey">Chosen by the client: the same again under the same key changes nothing and returns the same request. No personal data.</param>
    /// <param name="decisions">The room that keeps decisions about deadlines.</param>
    /// <param name="context">Who decides.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RequestRefusedException>]
    [Error<RequestKeyReusedException>]
    public static Task<DataSubjectRequest> AskIdentityAsync(
        [ID] string request,
        DateTimeOffset askedAt,
        string? clientRequestKey,
        [Service] DeadlineDecisions decisions,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        RequestErrors.TypedAsync(() => decisions.AskIdentityAsync(
            RequestIds.Parse(request), askedAt, clientRequestKey, PurposeGate.CallerOf(context), cancellationToken));

    /// <summary>Keeps that the person answered what confirms the identity: the period runs from here.</summary>
    /// <param name="request">The request's id.</param>
    /// <param name="answeredAt">When the answer came.</param>
    /// <param name="clientRequestKey">Chosen by the client: the same again under the same key changes nothing and returns the same request. No personal data.</param>
    /// <param name="decisions">The room that keeps decisions about deadlines.</param>
    /// <param name="context">Who decides.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RequestRefusedException>]
    [Error<RequestKeyReusedException>]
    public static Task<DataSubjectRequest> AnswerIdentityAsync(
        [ID] string request,
        DateTimeOffset answeredAt,
        string? clientRequestKey,
        [Service] DeadlineDecisions decisions,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        RequestErrors.TypedAsync(() => decisions.IdentityAnsweredAsync(
            RequestIds.Parse(request), answeredAt, clientRequestKey, PurposeGate.CallerOf(context), cancellationToken));
}
