using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using Quartz;

namespace PersonalDataHub.Hub.Retention.Sweeps;

/// <summary>Goes on with what was cut short when the hub starts, and sweeps every register each night, at one node.</summary>
internal sealed partial class NightlySweeps(
    IServiceProvider services, HubScheduler schedulers, RetentionSweeps sweeps, RetentionOptions options, TimeProvider clock, ILoggerFactory loggers) : BackgroundService
{
    private StandaloneSchedulerFactory? factory;
    private IScheduler? scheduler;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        sweeps.Dispose();
        if (scheduler is { } running)
        {
            scheduler = null;
            await running.Shutdown(true, cancellationToken);
            await factory!.DisposeAsync();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Nightly)
        {
            await ScheduleAsync(stoppingToken);
        }

        try
        {
            await sweeps.ResumeAsync(stoppingToken);
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            LogNotResumed(loggers.CreateLogger<NightlySweeps>(), cause.GetType().Name);
        }
    }

    private async Task ScheduleAsync(CancellationToken cancellationToken)
    {
        (factory, var building) = await schedulers.BuildAsync(
            "retention", threads: 1, durable: true, quartz => quartz.AddJobType(_ => ActivatorUtilities.CreateInstance<SweepJob>(services)), cancellationToken);
        scheduler = building;
        await scheduler.AddJob(JobBuilder.Create<SweepJob>().WithIdentity(SweepJob.Key).StoreDurably().Build(), AddJobOptions.Replacing, cancellationToken);
        await scheduler.ScheduleTrigger(
            TriggerBuilder.Create(clock).ForJob(SweepJob.Key).WithIdentity("nightly", "retention")
                .WithCronSchedule($"0 {options.NightlyAt.Minute} {options.NightlyAt.Hour} * * ?", cron => cron.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki")))
                .Build(),
            TriggerConflict.Replace,
            cancellationToken);
        await scheduler.Start(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A retention sweep that was cut short could not go on ({ExceptionType}); the next one does its work.")]
    private static partial void LogNotResumed(ILogger log, string exceptionType);

    /// <summary>Sweeps every register, one after another.</summary>
    [DisallowConcurrentExecution]
    internal sealed partial class SweepJob(
        CatalogHolder catalogs, RetentionSweeps sweeps, RetentionOptions options, ILogger<SweepJob> log) : IJob
    {
        public static JobKey Key { get; } = new("sweep", "retention");

        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            foreach (var register in catalogs.Current.Registers.Where(register => register.Pack.Retention.Count > 0))
            {
                try
                {
                    await sweeps.SweepAsync(register.Id, options.DryRun, cancellationToken);
                }
                catch (Exception cause) when (cause is not OperationCanceledException)
                {
                    // The other registers are swept all the same.
                    LogFailed(log, register.Id, cause.GetType().Name);
                }
            }
        }

        [LoggerMessage(Level = LogLevel.Error, Message = "Register {Register} could not be swept ({ExceptionType}); the next night tries again.")]
        private static partial void LogFailed(ILogger log, string register, string exceptionType);
    }
}
