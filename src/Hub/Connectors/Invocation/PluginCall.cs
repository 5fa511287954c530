using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors.Loading;

namespace PersonalDataHub.Hub.Connectors.Invocation;

/// <summary>One call of one connector: a slot, a time limit and a thread of its own.</summary>
/// <remarks>
/// A call that ignores its cancellation is abandoned: the caller goes on, but slot and connector stay held until the call
/// really returns, so that a source cannot be flooded with calls that never end, nor be disposed below one.
/// </remarks>
internal sealed class PluginCall<T>(
    SourceRuntime runtime,
    Func<IConnector, CancellationToken, Task<T>> operation,
    Action<T> check,
    TimeSpan limit,
    bool sourceIsLate,
    TimeProvider clock)
    where T : class
{
    /// <exception cref="CallTimedOutException">The limit passed, waiting for a slot included.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<T> RunAsync(CancellationToken cancellationToken)
    {
        if (!runtime.TryUse(out var connector))
        {
            throw new SourceException(FailureKind.Transient, "The source was just replaced; ask again.");
        }

        var deadline = new CancellationTokenSource(limit, clock);
        var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        // Taken now: once the call has returned, the sources of the token are disposed.
        var token = linked.Token;
        void LetGo()
        {
            deadline.Dispose();
            linked.Dispose();
            runtime.Release();
        }

        try
        {
            await WaitForSlotAsync(token, LetGo);
            return await Start(connector, token, LetGo).WaitAsync(token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && deadline.IsCancellationRequested)
        {
            throw new CallTimedOutException(limit, sourceIsLate);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException exception)
        {
            // Nobody cancelled: the connector failed by some inner cancellation of its own.
            throw new CancelledByItselfException(exception);
        }
    }

    private async Task WaitForSlotAsync(CancellationToken cancellationToken, Action letGo)
    {
        try
        {
            await runtime.Slots.WaitAsync(cancellationToken);
        }
        catch
        {
            letGo();
            throw;
        }
    }

    private Task<T> Start(IConnector connector, CancellationToken cancellationToken, Action letGo)
    {
        // The caller's ambient state, such as who is signed in, is none of the plugin's business.
        using var flow = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        var work = Task.Run(() => WorkAsync(connector, cancellationToken, letGo), CancellationToken.None);
        _ = work.ContinueWith(
            static late => _ = late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return work;
    }

    private async Task<T> WorkAsync(IConnector connector, CancellationToken cancellationToken, Action letGo)
    {
        try
        {
            var pending = operation(connector, cancellationToken) ?? throw new MalformedAnswerException("no task was returned.");
            var result = await pending ?? throw new MalformedAnswerException("no result was returned.");
            check(result);
            return result;
        }
        finally
        {
            runtime.Slots.Release();
            letGo();
        }
    }
}
