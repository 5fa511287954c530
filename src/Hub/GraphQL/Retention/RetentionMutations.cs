using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.GraphQL.Requests;
using PersonalDataHub.Hub.Retention.HandOvers;
using PersonalDataHub.Hub.Retention.Holds;
using PersonalDataHub.Hub.Retention.Sweeps;

namespace PersonalDataHub.Hub.GraphQL.Retention;

/// <summary>Legal holds, hand-overs before deletion, and sweeps.</summary>
[MutationType]
[Authorize(Policies.Officer)]
public static class RetentionMutations
{
    /// <summary>Sets a legal hold: nothing that it covers is erased until it ends or is lifted (GDPR Art. 17(3)(e)).</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="hold">What it keeps, why and for how long.</param>
    /// <param name="clientRequestKey">Chosen by the client: the same again under the same key sets none and returns the same hold. No personal data.</param>
    /// <param name="holds">The room that keeps holds.</param>
    /// <param name="context">Who sets it.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RequestRefusedException>]
    [Error<RequestKeyReusedException>]
    public static Task<LegalHold> SetLegalHoldAsync(
        [ID] string register,
        LegalHoldInput hold,
        string? clientRequestKey,
        [Service] HoldBook holds,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        RequestErrors.RefusedAsync(() => holds.SetAsync(
            hold.ToHold(register, PurposeGate.PurposeOf(context)), clientRequestKey, PurposeGate.CallerOf(context), cancellationToken));

    /// <summary>Lifts a legal hold; what it kept is looked at again by the next sweep. The same again changes nothing.</summary>
    /// <param name="hold">The hold's id.</param>
    /// <param name="holds">The room that keeps holds.</param>
    /// <param name="context">Who lifts it.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RequestRefusedException>]
    public static Task<LegalHold> LiftLegalHoldAsync(
        [ID] string hold, [Service] HoldBook holds, IResolverContext context, CancellationToken cancellationToken) =>
        RequestErrors.RefusedAsync(() => holds.LiftAsync(RequestIds.Parse(hold), PurposeGate.CallerOf(context), cancellationToken));

    /// <summary>Records that a person's data was handed over to its recipient. The same again changes nothing.</summary>
    /// <param name="handOver">The hand-over's id.</param>
    /// <param name="desk">The room that keeps hand-overs.</param>
    /// <param name="context">Who handed it over.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RequestRefusedException>]
    public static Task<HandOver> RecordHandOverAsync(
        [ID] string handOver, [Service] HandOverDesk desk, IResolverContext context, CancellationToken cancellationToken) =>
        RequestErrors.RefusedAsync(() => desk.TransferAsync(
            RequestIds.Parse(handOver), PurposeGate.PurposeOf(context), PurposeGate.CallerOf(context), cancellationToken));

    /// <summary>Records the recipient's receipt; only then is the data erased, when its time is over. The same again changes nothing.</summary>
    /// <param name="handOver">The hand-over's id.</param>
    /// <param name="reference">The recipient's reference on the receipt.</param>
    /// <param name="desk">The room that keeps hand-overs.</param>
    /// <param name="context">Who records it.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RequestRefusedException>]
    public static Task<HandOver> ConfirmHandOverReceiptAsync(
        [ID] string handOver, string reference, [Service] HandOverDesk desk, IResolverContext context, CancellationToken cancellationToken) =>
        RequestErrors.RefusedAsync(() => desk.ConfirmAsync(
            RequestIds.Parse(handOver), reference, PurposeGate.PurposeOf(context), PurposeGate.CallerOf(context), cancellationToken));

    /// <summary>Looks for what is due in a register; with dryRun only plans and shows. One that takes long goes on by itself.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="dryRun">False to store the plans for approval, and to start those that policy lets run.</param>
    /// <param name="sweeps">The room that sweeps.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RequestRefusedException>]
    public static Task<RetentionSweep> SweepRetentionAsync(
        [ID] string register, [DefaultValue(true)] bool dryRun, [Service] RetentionSweeps sweeps, IResolverContext context, CancellationToken cancellationToken) =>
        RequestErrors.RefusedAsync(() => sweeps.SweepAsync(register, dryRun, PurposeGate.CallerOf(context), cancellationToken));

    /// <summary>Lets a sweep go on that stopped because so much is due.</summary>
    /// <param name="sweep">The sweep's id.</param>
    /// <param name="persons">How many persons were seen to be due.</param>
    /// <param name="sweeps">The room that sweeps.</param>
    /// <param name="context">Who confirms.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<PlanChangedException>]
    [Error<RequestRefusedException>]
    public static Task<RetentionSweep> ConfirmRetentionSweepAsync(
        [ID] string sweep, int persons, [Service] RetentionSweeps sweeps, IResolverContext context, CancellationToken cancellationToken) =>
        RequestErrors.RefusedAsync(() => sweeps.ConfirmAsync(RequestIds.Parse(sweep), persons, PurposeGate.CallerOf(context), cancellationToken));
}
