using Microsoft.Extensions.Logging;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Opens subscriptions and counts those that are open.</summary>
internal sealed class Subscriptions(GraphQLOptions options, TimeProvider clock, ILogger logger)
{
    private int open;

    /// <summary>How many are open.</summary>
    public int Open => Volatile.Read(ref open);

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
        var field = run.Plan.Root.Fields[0];
        try
        {
            var source = await field.Field.SubscribeResolver!(
                new ResolverContext(run, field, null, null));
            subscription = new Subscription(run, lifetime, source, options, clock, logger, CountEnded);
            lifetime.LiftTimeout();
            return new(subscription.ReadAsync, subscription.DisposeAsync);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !run.Aborted.IsCancellationRequested)
        {
            var error = ErrorMask.RequestErrorOf(exception, options, logger, $"{field.Field.DeclaringType}.{field.Field.Name}");
            return new(ExecutionResult.Refused(error with { Locations = error.Locations ?? [field.Location], Path = [field.ResponseName] }));
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
