using System.Collections.Concurrent;
using PersonalDataHub.Hub.Persistence;
using Quartz;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Runs tasks by Quartz.NET, with one durable job per source. The task table is the truth: a trigger that is lost costs time.</summary>
/// <remarks>
/// A wake-up is one trigger per source that can only move to an earlier moment, so many wake-ups are one. One that comes
/// while the source's job runs fires when it ends, at whichever node it runs.
/// </remarks>
internal sealed partial class QuartzEngine(
    IServiceProvider services, HubScheduler schedulers, HubDatabase database, TaskClaims claims, FulfillmentOptions options, TimeProvider clock, ILogger<QuartzEngine> log)
    : IFulfillmentEngine, IHostedService
{
    private const int MostSourcesAtOnce = 64;
    private static readonly TimeSpan ReturnRound = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<JobKey, bool> known = new();

    private StandaloneSchedulerFactory? factory;
    private IScheduler? scheduler;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        (factory, var starting) = await schedulers.BuildAsync(
            "fulfillment",
            MostSourcesAtOnce,
            durable: options.Recovery,
            quartz =>
            {
                quartz.AddJobType(_ => ActivatorUtilities.CreateInstance<SourceJob>(services));
                quartz.AddJobType(_ => ActivatorUtilities.CreateInstance<HeartbeatJob>(services));
                quartz.AddJobType(_ => ActivatorUtilities.CreateInstance<BlockerJob>(services));
                quartz.AddJobType(_ => ActivatorUtilities.CreateInstance<ReturnJob>(services));
            },
            cancellationToken);
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

        try
        {
            await ScheduleAsync(running, register, source, at, cancellationToken);
        }
        catch (Exception cause) when (cause is SchedulerException || StorageFailures.IsUnavailable(cause))
        {
            // What is committed is committed: who waits for it hears no error, and the heartbeat wakes the source.
            LogNotWoken(log, register, source, cause.GetType().Name);
        }
    }

    private async Task ScheduleAsync(IScheduler running, string register, string source, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var job = SourceJob.KeyOf(register, source);
        if (!known.ContainsKey(job))
        {
            if (!await running.Exists(job, cancellationToken))
            {
                await running.AddJob(
                    JobBuilder.Create<SourceJob>().WithIdentity(job).StoreDurably().RequestRecovery().Build(), AddJobOptions.Replacing, cancellationToken);
            }

            known[job] = true;
        }

        await running.ScheduleTrigger(
            TriggerBuilder.Create(clock).ForJob(job).WithIdentity(source, register).StartAt(at).Build(),
            TriggerConflict.KeepEarlier,
            cancellationToken);
    }

    private async Task RecoverAsync(IScheduler starting, CancellationToken cancellationToken)
    {
        if (!database.IsShared)
        {
            // This process alone owns the data directory: whoever held a task before is gone.
            await claims.ReleaseAllAsync(cancellationToken);
        }

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

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Register}/{Source} could not be woken ({ExceptionType}); the next heartbeat wakes it.")]
    private static partial void LogNotWoken(ILogger log, string register, string source, string exceptionType);
}
