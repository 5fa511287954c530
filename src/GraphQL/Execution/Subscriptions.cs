using Microsoft.Extensions.Logging;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Opens subscriptions and counts those that are open.</summary>
internal sealed class Subscriptions(GraphQLOptions options, TimeProvider clock, ILogger logger)
{
    private int open;

    /// <summary>Asks the root field for its source. Once open, the subscription owns <paramref name="lifetime"/>.</summary>
    public async Task<ResponseStream> OpenAsync(OperationRun run, RequestLifetime lifetime)
    {
        if (Interlocked.Increment(ref open) > options.MaximumSubscriptions)
        {
            CountEnded();
            return new(ExecutionResult.Refused(GraphQLError.WithStatus(
                $"All {options.MaximumSubscriptions} subscriptions of this server are taken. Try again later.", "TOO_MANY_SUBSCRIPTIONS", 503)));
        }

        Subscription? subscription = null;
        try
        {
            var field = run.Plan.Root.Fields[0];
            var source = await field.Field.SubscribeResolver!(
                new ResolverContext(run, field, null, null));
            subscription = new Subscription(run, lifetime, source, options, clock, logger, CountEnded);
            lifetime.LiftTimeout();
            return new(subscription.ReadAsync, subscription.DisposeAsync);
        }
        finally
        {
            if (subscription is null)
            {
                CountEnded();
            }
        }
    }

    private void CountEnded() => Interlocked.Decrement(ref open);
}
