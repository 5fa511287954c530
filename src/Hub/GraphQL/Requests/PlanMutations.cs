using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>What people decide about requests.</summary>
[MutationType]
[Authorize(Policies.Officer)]
public static class PlanMutations
{
    /// <summary>Approves a plan by its hash; what would run differently from it stops and asks again. The same again changes nothing.</summary>
    /// <param name="request">The request's id.</param>
    /// <param name="hash">The hash of the plan that was looked at.</param>
    /// <param name="approval">The room that keeps approvals.</param>
    /// <param name="context">Who approves.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<PlanChangedException>]
    [Error<RequestRefusedException>]
    public static Task<DataSubjectRequest> ApprovePlanAsync(
        [ID] string request,
        string hash,
        [Service] PlanApproval approval,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        RequestErrors.RefusedAsync(() => approval.ApproveAsync(
            RequestIds.Parse(request), hash, PurposeGate.CallerOf(context), cancellationToken));

    /// <summary>Takes a request back: what has not begun is not done, what cannot be undone is listed.</summary>
    /// <param name="request">The request's id.</param>
    /// <param name="reason">Why; no personal data.</param>
    /// <param name="undo">Whether corrections that were made are to be turned back.</param>
    /// <param name="clientRequestKey">Chosen by the client: the same again under the same key changes nothing and returns the same answer. No personal data.</param>
    /// <param name="withdrawal">The room that takes requests back.</param>
    /// <param name="context">Who decides.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RequestRefusedException>]
    [Error<RequestKeyReusedException>]
    public static Task<WithdrawnRequest> WithdrawRequestAsync(
        [ID] string request,
        string reason,
        [DefaultValue(false)] bool undo,
        string? clientRequestKey,
        [Service] Withdrawal withdrawal,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        RequestErrors.RefusedAsync(() => withdrawal.WithdrawAsync(
            RequestIds.Parse(request), reason, undo, clientRequestKey, PurposeGate.CallerOf(context), cancellationToken));
}
