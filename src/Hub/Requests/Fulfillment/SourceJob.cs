using PersonalDataHub.Hub.Persistence;
using Quartz;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Runs one source's due tasks; one at a time per source, so that pace and order at a source hold.</summary>
[DisallowConcurrentExecution]
internal sealed partial class SourceJob(
    TaskWorker worker, TaskClaims claims, IFulfillmentEngine engine, ClockSkew skew, TimeProvider clock, ILogger<SourceJob> log) : IJob
{
    /// <summary>The group is the register, the name the source.</summary>
    public static JobKey KeyOf(string register, string source) => new(source, register);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var (source, register) = (context.JobDetail.Key.Name, context.JobDetail.Key.Group);
        if (!skew.IsTolerable)
        {
            // Leases told by this clock would break others': their nodes take the tasks.
            return;
        }

        try
        {
            await worker.RunDueAsync(register, source, cancellationToken);
            if (!cancellationToken.IsCancellationRequested
                && await claims.NextDueAsync(register, source, cancellationToken) is { } next
                && next > clock.GetUtcNow())
            {
                await engine.WakeAtAsync(register, source, next, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The hub stops; what is due is found at the next start.
        }
        catch (Exception cause)
        {
            // The hub's own store failed. The heartbeat wakes the source again.
            LogFailed(log, register, source, cause.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Due tasks of {Register}/{Source} could not be run ({ExceptionType}); the next heartbeat tries again.")]
    private static partial void LogFailed(ILogger log, string register, string source, string exceptionType);
}
