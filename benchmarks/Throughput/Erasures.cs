using System.Diagnostics;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Throughput;

/// <summary>Has clients ask for the erasure of everybody, at once, and waits until every source has done its part.</summary>
internal static class Erasures
{
    private const int Clients = 32;
    private static readonly TimeSpan longest = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan rhythm = TimeSpan.FromMilliseconds(200);

    public static async Task<Measured> MeasureAsync(DatabaseKind database, int nodes, int persons)
    {
        await using var world = await World.StartAsync(new()
        {
            Experiment = new ExperimentSettings(42) { Database = database, Nodes = nodes },
            Persons = persons,
            Durable = true,
            Hub = new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Warning" },
        });
        using var clients = new RightsClients(world);
        var since = Stopwatch.GetTimestamp();
        await clients.AskAsync(MixedRequests.Of(world.People, RequestKind.Erasure), Clients);
        var accepting = Stopwatch.GetElapsedTime(since);
        var (open, all) = await StandingAsync(world);
        while (open > 0 && Stopwatch.GetElapsedTime(since) < longest)
        {
            await Task.Delay(rhythm);
            (open, all) = await StandingAsync(world);
        }

        return new()
        {
            Database = database,
            Nodes = nodes,
            Requests = persons,
            Accepting = accepting,
            Tasks = all - open,
            Finishing = Stopwatch.GetElapsedTime(since),
            Unfinished = open,
        };
    }

    private static async Task<(int Open, int All)> StandingAsync(World world)
    {
        var counts = await world.Store.QueryAsync(
            """SELECT COUNT(*), SUM(CASE WHEN "FinalAt" IS NULL THEN 1 ELSE 0 END) FROM "FulfillmentTasks" """, row => (All: (int)row.GetInt64(0), Open: (int)row.GetInt64(1)));
        return (counts[0].Open, counts[0].All);
    }
}
