using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Bulk;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>Erasures of many people together.</summary>
[MutationType]
[Authorize(Policies.Officer)]
public static class BulkMutations
{
    /// <summary>Plans the erasures of up to 1000 people; they run when approved together (GDPR Art. 17).</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="header">How it came.</param>
    /// <param name="registrants">Whose data it is about; nobody twice.</param>
    /// <param name="scope">What is erased: everything, categories or purposes.</param>
    /// <param name="ground">Why.</param>
    /// <param name="perMinute">The most tasks begun per source and minute; left out for as fast as each source allows.</param>
    /// <param name="skipUnknown">Whether who is not known, or of whom nothing is held, is left out and reported.</param>
    /// <param name="waitAtMost">How long the planning of one person waits for sources.</param>
    /// <param name="erasures">The room that takes bulk erasures.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RequestRefusedException>]
    [Error<RequestKeyReusedException>]
    [Error<UnknownScopeException>]
    [Error<NothingHeldException>]
    public static Task<BulkErasure> RequestErasuresAsync(
        [ID] string register,
        BulkHeaderInput header,
        IReadOnlyList<RegistrantKeyInput> registrants,
        ScopeInput scope,
        ErasureGround ground,
        int? perMinute,
        [DefaultValue(false)] bool skipUnknown,
        [GraphQLType("Duration")] [DefaultValue("PT10S")] TimeSpan? waitAtMost,
        [Service] BulkErasures erasures,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        RequestErrors.TypedAsync(() => erasures.SubmitAsync(
            header.ToHeader(register, context, perMinute, skipUnknown, waitAtMost),
            [.. registrants.Select(registrant => registrant.ToKey())],
            new(scope.ToScope(), ground),
            PurposeGate.CallerOf(context),
            cancellationToken));

    /// <summary>Approves the plans of a bulk erasure by their hash and number, and starts them. The same again changes nothing.</summary>
    /// <param name="bulk">The bulk's id.</param>
    /// <param name="hash">The hash that was looked at.</param>
    /// <param name="persons">How many people's plans were looked at.</param>
    /// <param name="erasures">The room that takes bulk erasures.</param>
    /// <param name="context">Who approves.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<PlanChangedException>]
    [Error<RequestRefusedException>]
    public static Task<BulkErasure> ApproveErasuresAsync(
        [ID] string bulk,
        string hash,
        int persons,
        [Service] BulkErasures erasures,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        DecideAsync((id, caller) => erasures.ApproveAsync(id, hash, persons, caller, cancellationToken), bulk, context);

    /// <summary>Begins nothing more of a bulk erasure; what is being done ends.</summary>
    /// <param name="bulk">The bulk's id.</param>
    /// <param name="clientRequestKey">Chosen by the client: the same again under the same key changes nothing, also when somebody decided otherwise meanwhile, and returns the same bulk. No personal data.</param>
    /// <param name="erasures">The room that takes bulk erasures.</param>
    /// <param name="context">Who decides.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RequestRefusedException>]
    [Error<RequestKeyReusedException>]
    public static Task<BulkErasure> PauseErasuresAsync(
        [ID] string bulk,
        string? clientRequestKey,
        [Service] BulkErasures erasures,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        DecideAsync((id, caller) => erasures.PauseAsync(id, clientRequestKey, caller, cancellationToken), bulk, context);

    /// <summary>Goes on with a bulk erasure that was paused, at its pace from now.</summary>
    /// <param name="bulk">The bulk's id.</param>
    /// <param name="clientRequestKey">Chosen by the client: the same again under the same key changes nothing, also when somebody decided otherwise meanwhile, and returns the same bulk. No personal data.</param>
    /// <param name="erasures">The room that takes bulk erasures.</param>
    /// <param name="context">Who decides.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<RequestRefusedException>]
    [Error<RequestKeyReusedException>]
    public static Task<BulkErasure> ResumeErasuresAsync(
        [ID] string bulk,
        string? clientRequestKey,
        [Service] BulkErasures erasures,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        DecideAsync((id, caller) => erasures.ResumeAsync(id, clientRequestKey, caller, cancellationToken), bulk, context);

    private static Task<BulkErasure> DecideAsync(Func<Guid, Caller, Task<BulkErasure>> decide, string bulk, IResolverContext context) =>
        RequestErrors.TypedAsync(() => decide(RequestIds.Parse(bulk), PurposeGate.CallerOf(context)));
}
