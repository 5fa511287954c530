using System.Text.Json;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.Hub.Authorization;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>
/// Stands before every operation: somebody known asks, and what touches a person names its purpose and travels by POST.
/// </summary>
/// <remarks>
/// The purpose stands in <c>@purpose(is: …)</c> on the operation, in the request's <c>extensions.purpose</c>, or in the
/// header <c>X-Purpose</c>; where it stands twice it must be the same (GDPR Art. 5(1)(b)).
/// </remarks>
internal sealed class PurposeGate : IRequestInterceptor
{
    public const string Header = "X-Purpose";
    public const string Directive = "purpose";
    private const string CallerKey = "hub.caller";
    private const string PurposeKey = "hub.purpose";

    public ValueTask<GraphQLError?> OnOperationAsync(OperationContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Check(context));

    /// <summary>Who asks.</summary>
    public static Caller CallerOf(IResolverContext context) => (Caller)context.ContextData[CallerKey]!;

    /// <summary>For which purpose; the gate has seen to it that there is one.</summary>
    public static string PurposeOf(IResolverContext context) => (string)context.ContextData[PurposeKey]!;

    private static GraphQLError? Check(OperationContext context)
    {
        if (context.HttpContext is not { } http || Caller.From(http.User) is not { } caller)
        {
            return Refuse("Give a valid API key in the header 'Authorization: Bearer …'.", "UNAUTHENTICATED", 401);
        }

        context.ContextData[CallerKey] = caller;
        if (!context.Operation.Selections.Any(selection => selection.Field.Metadata.OfType<PersonalDataAttribute>().Any()))
        {
            return null;
        }

        if (caller.Role == Roles.Integrator)
        {
            return Refuse("This key is for looking after sources; ask about people with another.", "FORBIDDEN", 403);
        }

        if (context.IsGet)
        {
            return Refuse("An operation that touches a person is sent by POST, so that nothing of it stands in an address.", "POST_REQUIRED", 405);
        }

        var purposes = Named(context, http).Distinct(StringComparer.Ordinal).ToList();
        switch (purposes)
        {
            case [var purpose]:
                context.ContextData[PurposeKey] = purpose;
                return null;
            case []:
                return Refuse(
                    "Say what the data is for: @purpose(is: \"…\") on the operation, 'extensions.purpose', or the header X-Purpose.",
                    "PURPOSE_MISSING",
                    400);
            default:
                return Refuse("The request names more than one purpose; name one.", "PURPOSE_AMBIGUOUS", 400);
        }
    }

    private static IEnumerable<string> Named(OperationContext context, HttpContext http)
    {
        var onOperation = context.Operation.Directives
            .Where(directive => directive.Definition.Name == Directive)
            .Select(directive => directive.Argument<string>("is"));
        var inExtensions = context.Extensions is { ValueKind: JsonValueKind.Object } extensions
            && extensions.TryGetProperty("purpose", out var purpose) && purpose.ValueKind == JsonValueKind.String
            ? purpose.GetString()
            : null;
        return onOperation
            .Append(inExtensions)
            .Concat(http.Request.Headers[Header])
            .Where(named => !string.IsNullOrWhiteSpace(named))
            .Select(named => named!.Trim());
    }

    private static GraphQLError Refuse(string message, string code, int status) =>
        new(message, Extensions: new Dictionary<string, object?> { ["code"] = code, ["httpStatus"] = status });
}
