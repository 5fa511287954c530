using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.Hub.Authorization;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>
/// Stands before every operation: somebody known asks, with a role that may select these fields, and what is about people names
/// its purpose and travels by POST.
/// </summary>
/// <param name="policies">What the fields' policies demand.</param>
internal sealed class PurposeGate(IReadOnlyDictionary<string, AccessPolicy> policies) : IAuthorizationHandler, IRequestInterceptor
{
    private const string CallerKey = "hub.caller";
    private const string PurposeKey = "hub.purpose";

    private static readonly GraphQLError Unknown =
        Refusal("Give a valid API key in the header 'Authorization: Bearer …'.", "UNAUTHENTICATED", 401);

    /// <summary>Who asks.</summary>
    public static Caller CallerOf(IResolverContext context) => (Caller)context.ContextData[CallerKey]!;

    /// <summary>For which purpose; the gate has seen to it that there is one.</summary>
    public static string PurposeOf(IResolverContext context) => (string)context.ContextData[PurposeKey]!;

    public ValueTask<AuthorizeResult> AuthorizeAsync(AuthorizationContext context, FieldRule rule, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Check(context, rule) is { } refusal ? AuthorizeResult.Refused(refusal) : AuthorizeResult.Allowed);

    // Fields have their policies; what has none, such as __typename alone, needs a key all the same.
    public ValueTask<GraphQLError?> OnOperationAsync(OperationContext context, CancellationToken cancellationToken)
    {
        var caller = CallerOf(context.HttpContext);
        context.ContextData[CallerKey] = caller;
        return ValueTask.FromResult(caller is null ? Unknown : null);
    }

    private GraphQLError? Check(AuthorizationContext context, FieldRule rule)
    {
        if (context.HttpContext is not { } http || CallerOf(http) is not { } caller)
        {
            return Unknown;
        }

        if (rule is not { Policy: { } name, Roles: [] } || !policies.TryGetValue(name, out var policy))
        {
            return Refusal("Nobody may select this: the hub has no such policy.", "FORBIDDEN", 403);
        }

        return !policy.Roles.Contains(caller.Role, StringComparer.Ordinal) ? Refusal(policy.Refusal, "FORBIDDEN", 403)
            : !policy.IsAboutPeople ? null
            : context.Operation is { } operation ? CheckPurpose(operation, http)
            : Refusal("Only an operation touches a person.", "FORBIDDEN", 403);
    }

    private static GraphQLError? CheckPurpose(OperationContext operation, HttpContext http)
    {
        if (operation.IsGet)
        {
            return Refusal("An operation that touches a person is sent by POST, so that nothing of it stands in an address.", "POST_REQUIRED", 405);
        }

        switch (StatedPurpose.Of(operation, http))
        {
            case [var purpose]:
                operation.ContextData[PurposeKey] = purpose;
                return null;
            case []:
                return Refusal(
                    "Say what the data is for: @purpose(is: \"…\") on the operation, 'extensions.purpose', or the header X-Purpose.",
                    "PURPOSE_MISSING",
                    400);
            default:
                return Refusal("The request names more than one purpose; name one.", "PURPOSE_AMBIGUOUS", 400);
        }
    }

    private static Caller? CallerOf(HttpContext? http) => http is null ? null : Caller.From(http.User);

    private static GraphQLError Refusal(string message, string code, int status) =>
        new(message, Extensions: new Dictionary<string, object?> { ["code"] = code, ["httpStatus"] = status });
}
