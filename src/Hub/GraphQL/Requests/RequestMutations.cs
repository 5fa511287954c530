using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Restrictions;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>What people ask for about their data (GDPR Chapter III).</summary>
[MutationType]
[Authorize(Policies.Person)]
public static class RequestMutations
{
    /// <summary>Corrects values at their sources and reads them back (GDPR Art. 16).</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="header">How it came, and whose data it is about.</param>
    /// <param name="corrections">What to put right; all tags are checked before anything starts.</param>
    /// <param name="waitAtMost">How long planning waits for sources; one that has not answered by then waits in the plan.</param>
    /// <param name="intake">The room that takes requests.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    /// <param name="fields">Tells what kind of field a reference names.</param>
    [Error<RequestRefusedException>]
    [Error<RequestKeyReusedException>]
    [Error<StaleTagException>]
    [Error<NotCorrectableException>]
    [Error<UnknownScopeException>]
    public static Task<DataSubjectRequest> RequestRectificationAsync(
        [ID] string register,
        RequestHeaderInput header,
        IReadOnlyList<CorrectionInput> corrections,
        [Service] NamedFields fields,
        [GraphQLType("Duration")] [DefaultValue("PT10S")] TimeSpan? waitAtMost,
        [Service] RequestIntake intake,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        SubmitAsync(
            intake,
            register,
            header,
            new RectificationContent([.. corrections.Select(correction => correction.ToCorrection(id => fields.Find(register, id)))]),
            waitAtMost,
            context,
            cancellationToken);

    /// <summary>Keeps data but has it used for nothing else than the law allows (GDPR Art. 18).</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="header">How it came, and whose data it is about.</param>
    /// <param name="scope">What is restricted.</param>
    /// <param name="ground">Why.</param>
    /// <param name="waitAtMost">How long planning waits for sources; one that has not answered by then waits in the plan.</param>
    /// <param name="intake">The room that takes requests.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RequestRefusedException>]
    [Error<RequestKeyReusedException>]
    [Error<UnknownScopeException>]
    [Error<NothingHeldException>]
    public static Task<DataSubjectRequest> RequestRestrictionAsync(
        [ID] string register,
        RequestHeaderInput header,
        ScopeInput scope,
        RestrictionGround ground,
        [GraphQLType("Duration")] [DefaultValue("PT10S")] TimeSpan? waitAtMost,
        [Service] RequestIntake intake,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        SubmitAsync(intake, register, header, new RestrictionContent(scope.ToScope(), ground), waitAtMost, context, cancellationToken);

    /// <summary>Ends a restriction, after the person was told (GDPR Art. 18(3)).</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="header">How it came, and whose data it is about.</param>
    /// <param name="restriction">The id of the request that restricted.</param>
    /// <param name="toldAt">When the person was told.</param>
    /// <param name="waitAtMost">How long planning waits for sources; one that has not answered by then waits in the plan.</param>
    /// <param name="intake">The room that takes requests.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RequestRefusedException>]
    [Error<RequestKeyReusedException>]
    [Error<UnknownScopeException>]
    public static Task<DataSubjectRequest> LiftRestrictionAsync(
        [ID] string register,
        RequestHeaderInput header,
        [ID] string restriction,
        DateTimeOffset toldAt,
        [GraphQLType("Duration")] [DefaultValue("PT10S")] TimeSpan? waitAtMost,
        [Service] RequestIntake intake,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        SubmitAsync(
            intake, register, header, new RestrictionLiftContent(RequestIds.Parse(restriction), toldAt), waitAtMost, context, cancellationToken);

    /// <summary>Plans an erasure; it runs when the plan is approved, unless the register's policy says otherwise (GDPR Art. 17).</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="header">How it came, and whose data it is about.</param>
    /// <param name="scope">What is erased.</param>
    /// <param name="ground">Why.</param>
    /// <param name="method">Whether it goes or, where a source can, is made anonymous; default <c>ERASE</c>.</param>
    /// <param name="waitAtMost">How long planning waits for sources; one that has not answered by then waits in the plan.</param>
    /// <param name="intake">The room that takes requests.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RequestRefusedException>]
    [Error<RequestKeyReusedException>]
    [Error<UnknownScopeException>]
    [Error<NothingHeldException>]
    public static Task<DataSubjectRequest> RequestErasureAsync(
        [ID] string register,
        RequestHeaderInput header,
        ScopeInput scope,
        ErasureGround ground,
        ErasureMethod? method,
        [GraphQLType("Duration")] [DefaultValue("PT10S")] TimeSpan? waitAtMost,
        [Service] RequestIntake intake,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        SubmitAsync(intake, register, header, new ErasureContent(scope.ToScope(), ground) { Method = method ?? ErasureMethod.Erase }, waitAtMost, context, cancellationToken);

    private static Task<DataSubjectRequest> SubmitAsync(
        RequestIntake intake,
        string register,
        RequestHeaderInput header,
        RequestContent content,
        TimeSpan? waitAtMost,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        RequestErrors.TypedAsync(() => intake.SubmitAsync(
            header.ToHeader(register, context, waitAtMost), content, PurposeGate.CallerOf(context), cancellationToken));
}
