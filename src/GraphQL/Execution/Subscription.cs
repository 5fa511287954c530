using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>An open subscription: takes one event at a time from its source and executes the selection on it.</summary>
internal sealed partial class Subscription(
    OperationRun run,
    RequestLifetime lifetime,
    IAsyncEnumerable<object?> source,
    GraphQLOptions options,
    TimeProvider clock,
    ILogger logger,
    Action ended) : IAsyncDisposable
{
    /// <summary>How long a source that was told to end may take before nobody waits for it any more.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly IAsyncEnumerator<object?> events = source.GetAsyncEnumerator(lifetime.Token);
    private Task<bool> moving = Task.FromResult(true);

    public async IAsyncEnumerable<ExecutionResult> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lifetime.Token, cancellationToken);
        while (true)
        {
            var (hasEvent, failure) = await MoveAsync(either.Token);
            if (failure is not null)
            {
                yield return failure;
            }

            if (!hasEvent)
            {
                yield break;
            }

            yield return await ExecuteAsync(events.Current, either.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await lifetime.EndAsync();
        var cleaning = CleanUpAsync();
        try
        {
            await cleaning.WaitAsync(Grace, clock);
        }
        catch (TimeoutException)
        {
            LogDeaf(logger, Place);
        }
    }

    private string Place => $"Subscription.{run.Plan.Root.Fields[0].Field.Name}";

    private async Task<(bool HasEvent, ExecutionResult? Failure)> MoveAsync(CancellationToken cancellationToken)
    {
        try
        {
            moving = events.MoveNextAsync().AsTask();
            return (await moving.WaitAsync(cancellationToken), null);
        }
        catch (Exception exception)
        {
            // Whatever a source throws once it was told to end is no news to anybody.
            cancellationToken.ThrowIfCancellationRequested();
            return (false, ExecutionResult.Refused(ErrorMask.ErrorOf(exception, options, logger, Place)));
        }
    }

    /// <summary>Each event gets services of its own, so that nothing read for an earlier one is shown again.</summary>
    private async Task<ExecutionResult> ExecuteAsync(object? value, CancellationToken cancellationToken)
    {
        using var time = new RequestLifetime(options.ExecutionTimeout, clock, cancellationToken);
        await using var scope = run.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var eventRun = run.ForEvent(scope.ServiceProvider, time.Token);
        try
        {
            var data = await new OperationExecutor(eventRun).ExecuteAsync(value).AsTask().WaitAsync(time.Token);
            time.Token.ThrowIfCancellationRequested();
            return ExecutionResult.Executed(eventRun, data);
        }
        catch (OperationCanceledException) when (time.IsTimeUp)
        {
            return ExecutionResult.TimedOut();
        }
    }

    private async Task CleanUpAsync()
    {
        try
        {
            // A source cannot be disposed of while it looks for its next event.
            await ((Task)moving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await events.DisposeAsync();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            ErrorMask.Mask(exception, logger, Place);
        }
        finally
        {
            lifetime.Dispose();
            ended();
        }
    }

    [LoggerMessage(2, LogLevel.Warning, "The source of {Place} does not end when its cancellation token says so; it goes on without a reader")]
    private static partial void LogDeaf(ILogger logger, string place);
}
