using Quartz;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Looks at intervals whether blockers of erasures are lifted.</summary>
[DisallowConcurrentExecution]
internal sealed partial class BlockerJob(BlockerChecks checks, ILogger<BlockerJob> log) : IJob
{
    public static JobKey Key { get; } = new("blockers", "hub");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await checks.RunAsync(cancellationToken);
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            LogFailed(log, cause.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Whether blockers are lifted could not be looked up ({ExceptionType}); the next round tries again.")]
    private static partial void LogFailed(ILogger log, string exceptionType);
}
