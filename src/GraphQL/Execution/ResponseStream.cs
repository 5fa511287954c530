namespace PersonalDataHub.GraphQL.Execution;

/// <summary>The results of one operation: one for a query or mutation, one per event for a subscription. Dispose of it to unsubscribe.</summary>
public sealed class ResponseStream : IAsyncDisposable
{
    private readonly Func<CancellationToken, IAsyncEnumerable<ExecutionResult>>? read;
    private readonly Func<ValueTask>? end;

    internal ResponseStream(ExecutionResult result) => Result = result;

    internal ResponseStream(Func<CancellationToken, IAsyncEnumerable<ExecutionResult>> read, Func<ValueTask> end)
    {
        this.read = read;
        this.end = end;
    }

    /// <summary>The result of a query or mutation, or why a subscription was refused; null once a subscription is open.</summary>
    public ExecutionResult? Result { get; }

    /// <summary>Whether this is one query or mutation answered in parts (<c>@defer</c>): <see cref="Result"/> is null, and the first of all results is
    /// the data that was not deferred.</summary>
    public bool IsIncremental { get; internal init; }

    /// <summary>All results, each executed when it is asked for. Errors of the source are the last result. Can be read once.</summary>
    /// <exception cref="OperationCanceledException">The caller left.</exception>
    public IAsyncEnumerable<ExecutionResult> ReadAllAsync(CancellationToken cancellationToken) =>
        read?.Invoke(cancellationToken) ?? new[] { Result! }.ToAsyncEnumerable();

    /// <summary>Ends the source of a subscription, or all deferred work, and waits until it has cleaned up.</summary>
    public ValueTask DisposeAsync() => end?.Invoke() ?? ValueTask.CompletedTask;
}
