using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Authorization;

/// <summary>Asks the handler about the rules of an operation. Whatever is not allowed is refused.</summary>
internal sealed class Authorizer(GraphQLOptions options)
{
    private readonly FieldRule introspection = options.IntrospectionPolicy is { } policy ? new FieldRule(policy)
        : options.RequireFieldRules ? FieldRule.Nobody
        : FieldRule.AllowAnonymous;

    /// <summary>Why the operation must not run; empty when it may. A reason that holds for several rules is told once.</summary>
    public ValueTask<IReadOnlyList<GraphQLError>> RefusalsAsync(OperationRun run, GraphQLRequest request)
    {
        var rules = run.Plan.Rules ??= PlannedRules.Of(run.Plan, introspection);
        return rules.IsEmpty ? new([]) : AskAsync(rules, run, run.ContextOf(request));
    }

    /// <summary>Why the caller may not read the schema; null when it may.</summary>
    public ValueTask<GraphQLError?> IntrospectionRefusalAsync(IServiceProvider services, HttpContext? http, CancellationToken cancellationToken) =>
        introspection.DemandsNothing ? new((GraphQLError?)null) : AskAsync(new AuthorizationContext(services, http, null), introspection, cancellationToken);

    private static async ValueTask<IReadOnlyList<GraphQLError>> AskAsync(PlannedRules rules, OperationRun run, OperationContext operation)
    {
        var context = new AuthorizationContext(run.Services, operation.HttpContext, operation);
        List<GraphQLError> refusals = [];
        foreach (var (rule, first) in rules.Demanded(run.Fulfilled))
        {
            if (await AskAsync(context, rule, run.Aborted) is { } error && !refusals.Exists(told => told.Message == error.Message && told.Code == error.Code))
            {
                refusals.Add(error with { Locations = error.Locations ?? [first.Field.Location], Path = error.Path ?? first.Path() });
            }
        }

        return refusals;
    }

    private static async ValueTask<GraphQLError?> AskAsync(AuthorizationContext context, FieldRule rule, CancellationToken cancellationToken)
    {
        // A handler that is missing, or that answers nothing against its signature, allows nothing.
        var handler = rule == FieldRule.Nobody ? null : context.Services.GetService<IAuthorizationHandler>();
        var answer = handler is null ? null : await handler.AuthorizeAsync(context, rule, cancellationToken);
        return (answer ?? AuthorizeResult.NotAllowed).Error;
    }
}
