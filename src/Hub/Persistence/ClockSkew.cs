using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace PersonalDataHub.Hub.Persistence;

/// <summary>How far this node's clock is from the database's. Leases are told by the nodes' clocks and must mean the same to all.</summary>
internal sealed partial class ClockSkew(
    IDatabaseEngine engine, IDbContextFactory<HubDbContext> contexts, HubNode node, TimeProvider clock, ILogger<ClockSkew> log) : BackgroundService, IHostedLifecycleService
{
    /// <summary>A quarter of the default lease: two nodes that are off to both sides still leave half of one.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2.5);

    private static readonly TimeSpan worthSaying = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan interval = TimeSpan.FromMinutes(1);

    // The server's clock, not its transaction's beginning.
    private const string Ask = "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS \"Value\"";

    /// <summary>What was measured last: positive when this node is ahead. Zero where the database is this node's own file.</summary>
    public TimeSpan Last { get; private set; }

    /// <summary>Whether this node may take leases.</summary>
    public bool IsTolerable => Last.Duration() <= Limit;

    /// <exception cref="HubDatabaseException">The clock is off by more than the limit.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!engine.IsShared)
        {
            return;
        }

        await MeasureAsync(cancellationToken);
        if (!IsTolerable)
        {
            throw new HubDatabaseException(Refusal());
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Measures now; what the way to the database takes is no skew.</summary>
    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var (sent, since) = (clock.GetUtcNow(), clock.GetTimestamp());
        var microseconds = await db.Database.SqlQueryRaw<long>(Ask).SingleAsync(cancellationToken);
        var way = clock.GetElapsedTime(since);
        var skew = sent + (way / 2) - DateTimeOffset.UnixEpoch.AddMicroseconds(microseconds);
        Last = skew.Duration() <= way / 2 ? TimeSpan.Zero : skew - (Math.Sign(skew.Ticks) * (way / 2));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!engine.IsShared)
        {
            return;
        }

        using var timer = new PeriodicTimer(interval, clock);
        do
        {
            try
            {
                await MeasureAsync(stoppingToken);
                Report();
            }
            catch (Exception cause) when (StorageFailures.IsUnavailable(cause))
            {
                // The next minute tells; whoever needs the database hears of it anyhow.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Report()
    {
        if (!IsTolerable)
        {
            LogRefused(log, Refusal());
        }
        else if (Last.Duration() > worthSaying)
        {
            LogSkewed(log, node.Name, Last.TotalMilliseconds);
        }
    }

    private string Refusal() => string.Create(
        CultureInfo.InvariantCulture,
        $"The clock of node {node.Name} is {Last.TotalSeconds:0.0} s {(Last < TimeSpan.Zero ? "behind" : "ahead of")} the database's; at most {Limit.TotalSeconds} s are borne, because leases would break. Synchronise it (NTP).");

    [LoggerMessage(Level = LogLevel.Error, Message = "{Refusal} Until then this node takes no tasks.")]
    private static partial void LogRefused(ILogger log, string refusal);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock of node {Node} is {Milliseconds:0} ms off the database's.")]
    private static partial void LogSkewed(ILogger log, string node, double milliseconds);
}
