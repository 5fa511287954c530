using Quartz;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Runs tasks by Quartz.NET, with one durable job per source. Its triggers live in memory: the task table is the truth.</summary>
/// <remarks>
/// A wake-up is one trigger per source that can only move to an earlier moment, so many wake-ups are one. One that comes
/// while the source's job runs fires when it ends.
/// </remarks>
internal sealed class QuartzEngine(
    IServiceProvider services, TaskClaims claims, FulfillmentOptions options, TimeProvider clock, ILoggerFactory loggers) : IFulfillmentEngine, IHostedService
{
    private const int MostSourcesAtOnce = 64;
    private static readonly TimeSpan ReturnRound = TimeSpan.FromMinutes(1);

    private StandaloneSchedulerFactory? factory;
    private IScheduler? scheduler;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // A scheduler's name is the process's: two hubs in one process must not share one.
        factory = QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.Services.AddSingleton(loggers);
            quartz.ConfigureScheduler(scheduling =>
            {
                scheduling.InstanceName = $"hub-{Guid.NewGuid():N}";
                scheduling.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs;
            });
            quartz.UseTimeProvider(clock);
            quartz.UseInMemoryStore();
            quartz.UseDefaultThreadPool(MostSourcesAtOnce);
            quartz.AddJobType(_ => ActivatorUtilities.CreateInstance<SourceJob>(services));
            quartz.AddJobType(_ => ActivatorUtilities.CreateInstance<HeartbeatJob>(services));
            quartz.AddJobType(_ => ActivatorUtilities.CreateInstance<BlockerJob>(services));
            quartz.AddJobType(_ => ActivatorUtilities.CreateInstance<ReturnJob>(services));
        }).Build();
        var starting = await factory.GetScheduler(cancellationToken);
        if (options.Recovery)
        {
            await RecoverAsync(starting, cancellationToken);
        }

        if (options.BlockerCheck is not { } every || every > TimeSpan.Zero)
        {
            await RepeatAsync<BlockerJob>(starting, BlockerJob.Key, options.BlockerCheck ?? TimeSpan.FromHours(1), cancellationToken);
        }

        // Looks at who is due only: a round in which nothing is costs a query per source.
        await RepeatAsync<ReturnJob>(starting, ReturnJob.Key, ReturnRound, cancellationToken);

        // Before its start: the heartbeat beats at once, and whom it wakes is not to be lost.
        scheduler = starting;
        await starting.Start(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (scheduler is { } running)
        {
            scheduler = null;
            await running.Shutdown(true, cancellationToken);
            await factory!.DisposeAsync();
        }
    }

    public Task WakeAsync(string register, string source, CancellationToken cancellationToken) =>
        WakeAtAsync(register, source, clock.GetUtcNow(), cancellationToken);

    public async Task WakeAtAsync(string register, string source, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // Before the start and after the end nobody is woken: the table tells at the next start.
        if (scheduler is not { } running)
        {
            return;
        }

        var job = SourceJob.KeyOf(register, source);
        if (!await running.Exists(job, cancellationToken))
        {
            await running.AddJob(
                JobBuilder.Create<SourceJob>().WithIdentity(job).StoreDurably().Build(), AddJobOptions.Replacing, cancellationToken);
        }

        await running.ScheduleTrigger(
            TriggerBuilder.Create(clock).ForJob(job).WithIdentity(source, register).StartAt(at).Build(),
            TriggerConflict.KeepEarlier,
            cancellationToken);
    }

    private async Task RecoverAsync(IScheduler starting, CancellationToken cancellationToken)
    {
        // This process alone owns the data directory: whoever held a task before is gone.
        await claims.ReleaseAllAsync(cancellationToken);
        await RepeatAsync<HeartbeatJob>(starting, HeartbeatJob.Key, options.Heartbeat, cancellationToken);
    }

    private async Task RepeatAsync<TJob>(IScheduler starting, JobKey key, TimeSpan every, CancellationToken cancellationToken)
        where TJob : IJob
    {
        await starting.AddJob(JobBuilder.Create<TJob>().WithIdentity(key).StoreDurably().Build(), AddJobOptions.Replacing, cancellationToken);
        await starting.ScheduleTrigger(
            TriggerBuilder.Create(clock).ForJob(key).WithIdentity(key.Name, key.Group).StartNow()
                .WithSimpleSchedule(schedule => schedule.WithInterval(every).RepeatForever()).Build(),
            TriggerConflict.Replace,
            cancellationToken);
    }
}
