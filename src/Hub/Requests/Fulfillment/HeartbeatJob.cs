using Quartz;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Wakes every source with due tasks, whoever forgot to.</summary>
[DisallowConcurrentExecution]
internal sealed partial class HeartbeatJob(TaskClaims claims, IFulfillmentEngine engine, TimeProvider clock, ILogger<HeartbeatJob> log) : IJob
{
    public static JobKey Key { get; } = new("heartbeat", "hub");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var (register, source) in await claims.DueSourcesAsync(clock.GetUtcNow(), cancellationToken))
            {
                await engine.WakeAsync(register, source, cancellationToken);
            }
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            LogFailed(log, cause.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Due tasks could not be looked for ({ExceptionType}); the next heartbeat tries again.")]
    private static partial void LogFailed(ILogger log, string exceptionType);
}
