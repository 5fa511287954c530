using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>What people do with tasks that wait for somebody.</summary>
[MutationType]
[Authorize(Policies.Officer)]
public static class TaskMutations
{
    /// <summary>Completes a task that a person did by hand.</summary>
    /// <param name="task">The task's id.</param>
    /// <param name="evidence">What shows that it is done, and where that is filed.</param>
    /// <param name="clientRequestKey">Chosen by the client: the same again under the same key changes nothing and returns the same request. No personal data.</param>
    /// <param name="decisions">The room that keeps decisions about tasks.</param>
    /// <param name="reader">The room that reads requests.</param>
    /// <param name="context">Who completes it.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RequestRefusedException>]
    [Error<RequestKeyReusedException>]
    public static Task<DataSubjectRequest> CompleteTaskAsync(
        [ID] string task,
        string evidence,
        string? clientRequestKey,
        [Service] TaskDecisions decisions,
        [Service] RequestReader reader,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        DecideAsync((id, caller) => decisions.CompleteAsync(id, evidence, clientRequestKey, caller, cancellationToken), task, reader, context, cancellationToken);

    /// <summary>Says who is to do a task by hand; it stays open until somebody completes or skips it.</summary>
    /// <param name="task">The task's id.</param>
    /// <param name="to">Who; null for nobody any more.</param>
    /// <param name="clientRequestKey">Chosen by the client: the same again under the same key changes nothing and returns the same request. No personal data.</param>
    /// <param name="decisions">The room that keeps decisions about tasks.</param>
    /// <param name="reader">The room that reads requests.</param>
    /// <param name="context">Who says so.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RequestRefusedException>]
    [Error<RequestKeyReusedException>]
    public static Task<DataSubjectRequest> AssignTaskAsync(
        [ID] string task,
        string? to,
        string? clientRequestKey,
        [Service] TaskDecisions decisions,
        [Service] RequestReader reader,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        DecideAsync((id, caller) => decisions.AssignAsync(id, to, clientRequestKey, caller, cancellationToken), task, reader, context, cancellationToken);

    /// <summary>Tries a task again that was given up.</summary>
    /// <param name="task">The task's id.</param>
    /// <param name="clientRequestKey">Chosen by the client: the same again under the same key changes nothing and returns the same request. No personal data.</param>
    /// <param name="decisions">The room that keeps decisions about tasks.</param>
    /// <param name="reader">The room that reads requests.</param>
    /// <param name="context">Who decides.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RequestRefusedException>]
    [Error<RequestKeyReusedException>]
    public static Task<DataSubjectRequest> RetryTaskAsync(
        [ID] string task,
        string? clientRequestKey,
        [Service] TaskDecisions decisions,
        [Service] RequestReader reader,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        DecideAsync((id, caller) => decisions.RetryAsync(id, clientRequestKey, caller, cancellationToken), task, reader, context, cancellationToken);

    /// <summary>Ends a task without doing it, with a ground that the answer to the person can name.</summary>
    /// <param name="task">The task's id.</param>
    /// <param name="ground">The ground; no personal data.</param>
    /// <param name="clientRequestKey">Chosen by the client: the same again under the same key changes nothing and returns the same request. No personal data.</param>
    /// <param name="decisions">The room that keeps decisions about tasks.</param>
    /// <param name="reader">The room that reads requests.</param>
    /// <param name="context">Who decides.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RequestRefusedException>]
    [Error<RequestKeyReusedException>]
    public static Task<DataSubjectRequest> SkipTaskAsync(
        [ID] string task,
        string ground,
        string? clientRequestKey,
        [Service] TaskDecisions decisions,
        [Service] RequestReader reader,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        DecideAsync((id, caller) => decisions.SkipAsync(id, ground, clientRequestKey, caller, cancellationToken), task, reader, context, cancellationToken);

    private static Task<DataSubjectRequest> DecideAsync(
        Func<Guid, Caller, Task<Guid>> decide,
        string task,
        RequestReader reader,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        RequestErrors.RefusedAsync(async () =>
        {
            var caller = PurposeGate.CallerOf(context);
            var request = await decide(RequestIds.Parse(task), caller).ConfigureAwait(false);
            return await reader.FindAsync(request, caller, cancellationToken).ConfigureAwait(false)
                ?? throw new RequestException(RequestMistakes.UnknownRequest, "There is no request of this id that you may see.");
        });
}
