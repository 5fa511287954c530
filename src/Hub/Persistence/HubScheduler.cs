using Quartz;

namespace PersonalDataHub.Hub.Persistence;

/// <summary>Builds what runs jobs: over SQLite in memory of the one process, over PostgreSQL as one cluster of all nodes.</summary>
/// <remarks>In a cluster a job that forbids to run beside itself runs at one node at a time, and what a dead node ran is run again.</remarks>
internal sealed class HubScheduler(IDatabaseEngine engine, HubNode node, TimeProvider clock, ILoggerFactory loggers)
{
    // A node that does not sign in for five seconds is taken for dead; what it ran is recovered at the next sign-in of another.
    private static readonly TimeSpan checkIn = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan checkInDelay = TimeSpan.FromSeconds(4);

    // A database that is back is used again so soon: what a job ended with meanwhile is stored, and its source is free again.
    private static readonly TimeSpan retry = TimeSpan.FromSeconds(1);

    // How soon a node sees what others have scheduled.
    private static readonly TimeSpan look = TimeSpan.FromSeconds(1);

    /// <summary>Makes a scheduler, not yet started.</summary>
    /// <param name="name">The same at every node.</param>
    /// <param name="threads">How many jobs run at once at this node.</param>
    /// <param name="durable">False keeps its triggers in memory whatever the database is.</param>
    /// <param name="jobs">Adds the types of its jobs.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>The factory, to be disposed of after the scheduler's shutdown, and the scheduler.</returns>
    public async Task<(StandaloneSchedulerFactory Factory, IScheduler Scheduler)> BuildAsync(
        string name, int threads, bool durable, Action<IQuartzBuilder> jobs, CancellationToken cancellationToken)
    {
        var isShared = engine.IsShared && durable;
        var factory = QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.Services.AddSingleton(loggers);
            quartz.ConfigureScheduler(scheduling =>
            {
                // In memory the name is the process's: two hubs in one process must not share one.
                scheduling.InstanceName = isShared ? name : $"{name}-{Guid.NewGuid():N}";
                scheduling.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs;
                if (isShared)
                {
                    scheduling.InstanceId = $"{node.Name}-{Guid.NewGuid():N}";
                    scheduling.IdleWaitTime = look;

                    // One at a time, so that what is due together is spread over the nodes.
                    scheduling.MaxBatchSize = 1;
                }
            });
            quartz.UseTimeProvider(clock);
            quartz.UseDefaultThreadPool(threads);
            Store(quartz, isShared);
            jobs(quartz);
        }).Build();

        // The tables are made by the version that uses them, by one node at a time.
        await using var alone = isShared ? await engine.PrepareAloneAsync(cancellationToken) : null;
        return (factory, await factory.GetScheduler(cancellationToken));
    }

    private void Store(IQuartzBuilder quartz, bool isShared)
    {
        if (!isShared)
        {
            quartz.UseInMemoryStore();
            return;
        }

        quartz.UsePersistentStore(store =>
        {
            engine.ConfigureSchedule(store);
            store.ProvisionSchema();
            store.ConfigureStore(options =>
            {
                options.DbRetryInterval = retry;

                // A trigger that is parked wakes nobody any more; the heartbeat would find it parked for ever.
                options.MaxConsecutiveFireFailures = 0;
            });
            store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (checkIn, checkInDelay));
        });
    }
}
