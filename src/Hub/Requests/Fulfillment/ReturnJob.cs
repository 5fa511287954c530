using Quartz;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Looks at intervals whether what was erased is back.</summary>
[DisallowConcurrentExecution]
internal sealed class ReturnJob(ReturnWatch watch) : IJob
{
    public static JobKey Key { get; } = new("returns", "hub");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await watch.RunAsync(cancellationToken);
}
