using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using PersonalDataHub.Hub.FaultTests.Setting;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>Measures how long what a dead hub held stays where it is, by looking into the task table past every hub.</summary>
internal sealed class Takeovers(World world)
{
    private static readonly TimeSpan rhythm = TimeSpan.FromMilliseconds(100);
    private readonly ConcurrentBag<TimeSpan> took = [];
    private readonly List<Task> watches = [];
    private readonly CancellationTokenSource end = new();

    /// <summary>How many were never taken over.</summary>
    public int Left { get; private set; }

    /// <summary>Begins to watch what a hub holds that was killed a moment ago.</summary>
    public async Task WatchAsync(string node)
    {
        var since = Stopwatch.GetTimestamp();
        var held = await world.Store.QueryAsync(
            $"""SELECT "Key", "Fence" FROM "FulfillmentTasks" WHERE "State" = 1 AND "LeaseOwner" LIKE '{node}%'""", row => (Key: row.GetInt64(0), Fence: row.GetInt64(1)));
        if (held.Count > 0)
        {
            watches.Add(WatchAsync([.. held], since));
        }
    }

    /// <summary>Ends all watches and gives what they measured.</summary>
    public async Task<IReadOnlyList<TimeSpan>> EndAsync()
    {
        await end.CancelAsync();
        await Task.WhenAll(watches);
        end.Dispose();
        return [.. took];
    }

    /// <summary>The time within which a share of them was taken over; zero when there were none.</summary>
    public static TimeSpan Percentile(IReadOnlyList<TimeSpan> times, double share) =>
        times.Count == 0 ? TimeSpan.Zero : times.Order().ElementAt((int)Math.Ceiling(share * times.Count) - 1);

    private async Task WatchAsync(HashSet<(long Key, long Fence)> held, long since)
    {
        var keys = string.Join(", ", held.Select(task => task.Key.ToString(CultureInfo.InvariantCulture)));
        var last = false;
        while (held.Count > 0 && !last)
        {
            // Once more at the end, so that what was taken over just then counts.
            last = end.IsCancellationRequested;
            var still = (await world.Store.QueryAsync(
                $"""SELECT "Key", "Fence" FROM "FulfillmentTasks" WHERE "Key" IN ({keys}) AND "State" = 1""", row => (row.GetInt64(0), row.GetInt64(1)))).ToHashSet();
            foreach (var task in held.Where(task => !still.Contains(task)).ToList())
            {
                held.Remove(task);
                took.Add(Stopwatch.GetElapsedTime(since));
            }

            await Task.Delay(rhythm, CancellationToken.None);
        }

        Left += held.Count;
    }
}
