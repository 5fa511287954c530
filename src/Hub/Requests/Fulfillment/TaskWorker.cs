using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Runs the due tasks of one source until nothing is due.</summary>
internal sealed partial class TaskWorker(
    CatalogHolder catalogs, TaskClaims claims, TaskRunner runner, HubNode node, FulfillmentOptions options, TimeProvider clock, ILogger<TaskWorker> log)
{
    // A node that is started again is another owner than the one that was killed.
    private readonly string owner = $"{node.Name}/{Guid.NewGuid():N}";

    /// <summary>Claims and runs, as many at once as the source allows.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="source">The source's id.</param>
    /// <param name="cancellationToken">
    /// Ends the claiming; what runs may go on for the grace that is configured, then its leases expire.
    /// </param>
    /// <returns>How many tasks were run.</returns>
    public async Task<int> RunDueAsync(string register, string source, CancellationToken cancellationToken)
    {
        using var calls = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        await using var stopping = cancellationToken.Register(() => calls.CancelAfter(options.ShutdownGrace));
        var slots = catalogs.Current.FindSource(register, source)?.Concurrency ?? 1;
        var running = new List<Task>();
        var count = 0;
        try
        {
            while (true)
            {
                var claimed = cancellationToken.IsCancellationRequested
                    ? []
                    : await claims.ClaimAsync(register, source, owner, slots - running.Count, CancellationToken.None);
                count += claimed.Count;
                running.AddRange(claimed.Select(lease => RunAsync(lease, calls.Token)));
                if (running.Count == 0)
                {
                    return count;
                }

                running.Remove(await Task.WhenAny(running));
            }
        }
        finally
        {
            await Task.WhenAll(running);
        }
    }

    // What fails here is the hub's own: the lease expires and the task is taken up again, by whoever runs then.
    private async Task RunAsync(TaskLease lease, CancellationToken cancellationToken)
    {
        try
        {
            await using var keeper = new LeaseKeeper(claims, lease, options.Lease / 3, clock, cancellationToken);
            await runner.RunAsync(lease, keeper.Token);
        }
        catch (LeaseLostException)
        {
            LogLost(log, lease.TaskId);
        }
        catch (OperationCanceledException)
        {
            LogInterrupted(log, lease.TaskId);
        }
        catch (Exception cause)
        {
            LogFailed(log, lease.TaskId, cause.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Task {Task} was taken over or stopped; this worker changes nothing of it.")]
    private static partial void LogLost(ILogger log, Guid task);

    [LoggerMessage(Level = LogLevel.Information, Message = "Task {Task} was interrupted; it is taken up again when its lease expires.")]
    private static partial void LogInterrupted(ILogger log, Guid task);

    [LoggerMessage(Level = LogLevel.Error, Message = "Task {Task} failed within the hub ({ExceptionType}); it is taken up again when its lease expires.")]
    private static partial void LogFailed(ILogger log, Guid task, string exceptionType);
}
