using System.Globalization;
using PersonalDataHub.FaultSource;
using PersonalDataHub.Hub.FaultTests.Checking;
using PersonalDataHub.Hub.FaultTests.Reporting;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>F5: a hub is frozen in the middle of its work for longer than it may hold it, and then woken.</summary>
internal sealed class FrozenNodeExperiment : IExperiment
{
    private const int Hubs = 3;
    private const int PersonsAtOnce = 12;

    // Keeps every request open until the frozen hub has woken: of a request that has ended nobody could write any more.
    private const string Down = "analytics";
    private static readonly TimeSpan shortest = TimeSpan.FromSeconds(10);

    public string Id => "F5";

    public string Title => "a hub frozen past its lease, then woken, three hubs, PostgreSQL";

    public string ControlTitle => "late writers are not refused";

    public async Task<Outcome> RunAsync(ExperimentSettings settings)
    {
        var freezes = settings.Size == ExperimentSize.Ci ? 3 : 30;
        await using var trial = await Trial.StartAsync(new()
        {
            Experiment = settings with { Nodes = Hubs, Database = DatabaseKind.PostgreSql },
            Persons = freezes * PersonsAtOnce,

            // A call outlives the freeze: the late writer has an answer to write.
            SourceTimeout = "PT1M",
            Hub = new Dictionary<string, string> { ["Hub:Fulfillment:Fencing"] = settings.Control ? "false" : "true", ["Hub:Fulfillment:Lease"] = "00:00:05" },
        });
        var taken = new List<HeldTask>();
        for (var freeze = 0; freeze < freezes; freeze++)
        {
            // The answer comes long after the change: the hub is frozen between the two.
            await trial.World.BehaveAsync(new Behaviour { ReplyMilliseconds = 2000 });
            await trial.Clients.AskAsync(Enumerable.Range(freeze * PersonsAtOnce, PersonsAtOnce)
                .Select(person => MixedRequests.Of(trial.World.People, People.NumberOf(person), RequestKind.Erasure)));
            taken.AddRange(await FreezeAsync(trial));
        }

        var drain = await trial.DrainAsync();
        var (evidence, outcome) = await trial.JudgeAsync(drain);
        var late = taken.Sum(task => LateWrites(evidence, task));
        return outcome with
        {
            Figures = string.Create(CultureInfo.InvariantCulture, $"{taken.Count} actions of frozen hubs were taken over; {late} late writes were let through"),
            Missed =
            [
                .. taken.Count > 0 ? Array.Empty<string>() : ["No hub held anything when it was frozen."],
                .. late > 0 ? [$"{late} writes of hubs that had lost their hold were let through."] : Array.Empty<string>(),
                .. drain is null ? ["It was not done 60 s after the last hub was woken."] : Array.Empty<string>(),
            ],
        };
    }

    private static async Task<IReadOnlyList<HeldTask>> FreezeAsync(Trial trial)
    {
        var (held, _) = await Patience.UntilAsync(() => HeldAsync(trial.World, "1 = 1"), tasks => tasks.Count > 0);
        var node = held.CountBy(task => task.Node).MaxBy(count => count.Value).Key;
        trial.World.Nodes[node].Hub.Freeze();
        trial.Fault($"freeze node{node}");
        var frozen = (await HeldAsync(trial.World, $"task.\"LeaseOwner\" LIKE 'node{node}%'")).ToList();
        await trial.World.BehaveAsync(new Behaviour());
        await trial.World.Source(Down).BehaveAsync(new Behaviour { Down = true });
        var rest = Task.Delay(shortest);

        // Until others hold or have done all that it held.
        await Patience.UntilAsync(async () => (await HeldAsync(trial.World, "1 = 1")).Intersect(frozen).Count(), left => left == 0);
        await rest;
        trial.World.Nodes[node].Hub.Thaw();
        trial.Fault($"wake node{node}");

        // What it was in the middle of it tries to end at once.
        await Task.Delay(TimeSpan.FromSeconds(3));
        await trial.World.Source(Down).BehaveAsync(new Behaviour());
        return frozen;
    }

    // Each step of an erasure has one entry; who comes too late and is let through leaves another.
    private static int LateWrites(Evidence evidence, HeldTask task) => evidence.Audit
        .Where(entry => entry.Request == task.Request && entry.Operation == "fulfillTask" && entry.Outcome is "told" or "readBack" && entry.Sources.ContainsKey(task.Source))
        .CountBy(entry => entry.Outcome!).Sum(count => count.Value - 1);

    private static Task<IReadOnlyList<HeldTask>> HeldAsync(World world, string where) => world.Store.QueryAsync(
        $"""
        SELECT request."Id", task."Source", task."Fence", substr(task."LeaseOwner", 5, 1)
        FROM "FulfillmentTasks" AS task JOIN "Requests" AS request ON request."Key" = task."RequestKey" WHERE task."State" = 1 AND {where}
        """,
        row => new HeldTask(row.GetGuid(0).ToString(), row.GetString(1), row.GetInt64(2), int.Parse(row.GetString(3), CultureInfo.InvariantCulture)));

    /// <summary>A task that a hub holds.</summary>
    private sealed record HeldTask(string Request, string Source, long Fence, int Node);
}
