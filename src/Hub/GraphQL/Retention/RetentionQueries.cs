using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.GraphQL.Requests;
using PersonalDataHub.Hub.Retention.Explaining;
using PersonalDataHub.Hub.Retention.HandOvers;
using PersonalDataHub.Hub.Retention.Holds;
using PersonalDataHub.Hub.Retention.Sweeps;

namespace PersonalDataHub.Hub.GraphQL.Retention;

/// <summary>Questions about how long data stays.</summary>
[QueryType]
[Authorize(Policies.Person)]
public static class RetentionQueries
{
    /// <summary>How long what is held of a person stays, with the relationship's end over all sources and every step of the arithmetic.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="of">The person.</param>
    /// <param name="explainer">The room that works it out.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    public static Task<RetentionExplanation> GetRetentionAsync(
        [ID] string register, RegistrantKeyInput of, [Service] RetentionExplainer explainer, IResolverContext context, CancellationToken cancellationToken) =>
        RequestErrors.PlainAsync(() => explainer.OfAsync(
            register, of.ToKey(), PurposeGate.PurposeOf(context), PurposeGate.CallerOf(context), cancellationToken));

    /// <summary>The legal holds of a register, those to be reviewed soonest first.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="lifted">Whether those that were lifted or are over come too.</param>
    /// <param name="holds">The room that keeps holds.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    public static Task<IReadOnlyList<LegalHold>> GetLegalHoldsAsync(
        [ID] string register, [DefaultValue(false)] bool lifted, [Service] HoldBook holds, IResolverContext context, CancellationToken cancellationToken) =>
        RequestErrors.PlainAsync(() => holds.ListAsync(register, lifted, PurposeGate.CallerOf(context), cancellationToken));

    /// <summary>What is handed over before it is erased, the most urgent first.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="alarm">True for those alone whose receipt is late.</param>
    /// <param name="desk">The room that keeps hand-overs.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    public static Task<IReadOnlyList<HandOver>> GetHandOversAsync(
        [ID] string register, [DefaultValue(false)] bool alarm, [Service] HandOverDesk desk, IResolverContext context, CancellationToken cancellationToken) =>
        RequestErrors.PlainAsync(() => desk.ListAsync(register, alarm, PurposeGate.CallerOf(context), cancellationToken));

    /// <summary>The latest sweeps of a register, the latest first.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="first">How many, 1 to 100.</param>
    /// <param name="sweeps">The room that sweeps.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [ListSize(SlicingArguments = ["first"])]
    public static Task<IReadOnlyList<RetentionSweep>> GetRetentionSweepsAsync(
        [ID] string register, [DefaultValue(10)] int first, [Service] RetentionSweeps sweeps, IResolverContext context, CancellationToken cancellationToken) =>
        RequestErrors.PlainAsync(() => sweeps.ListAsync(register, first, PurposeGate.CallerOf(context), cancellationToken));

    /// <summary>Persons of whom something is due, each line with its reason.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="first">How many, 1 to 100.</param>
    /// <param name="skip">How many to leave out from the beginning.</param>
    /// <param name="sweeps">The room that sweeps.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [ListSize(SlicingArguments = ["first"])]
    public static Task<IReadOnlyList<DueRegistrant>> GetRetentionDueAsync(
        [ID] string register,
        [DefaultValue(20)] int first,
        [DefaultValue(0)] int skip,
        [Service] RetentionSweeps sweeps,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        RequestErrors.PlainAsync(() => sweeps.DueAsync(register, first, skip, PurposeGate.CallerOf(context), cancellationToken));

    /// <summary>What a source should have let vanish by itself and still holds, the oldest first.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="cleared">Whether what is gone by now comes too.</param>
    /// <param name="sweeps">The room that sweeps.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    public static Task<IReadOnlyList<RetentionFinding>> GetRetentionFindingsAsync(
        [ID] string register, [DefaultValue(false)] bool cleared, [Service] RetentionSweeps sweeps, IResolverContext context, CancellationToken cancellationToken) =>
        RequestErrors.PlainAsync(() => sweeps.FindingsAsync(register, cleared, PurposeGate.CallerOf(context), cancellationToken));
}
