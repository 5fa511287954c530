using System.Globalization;
using PersonalDataHub.FaultSource;
using PersonalDataHub.Hub.FaultTests.Checking;
using PersonalDataHub.Hub.FaultTests.Reporting;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>F14: a correction, a restriction and an erasure of one person race, in every order, at sources that would make anew what they are told to correct.</summary>
internal sealed class RaceExperiment : IExperiment
{
    private const int AtOnce = 8;

    public string Id => "F14";

    public string Title => "correction, restriction and erasure of one person race";

    public string ControlTitle => "requests of one person are not kept apart";

    public async Task<Outcome> RunAsync(ExperimentSettings settings)
    {
        var orders = (settings.Control, settings.Size) switch { (true, _) => 150, (_, ExperimentSize.Ci) => 500, _ => 20_000 };
        await using var trial = await Trial.StartAsync(new()
        {
            Experiment = settings,
            Persons = orders,
            Hub = new Dictionary<string, string> { ["Hub:Fulfillment:Ordering"] = settings.Control ? "false" : "true" },
        });

        // What has to be told again is overtaken, unless something keeps the order.
        await trial.World.BehaveAsync(new Behaviour { Busy = 0.3, Upserts = true });
        trial.Fault("races");
        var (random, seen) = (new Random(settings.Seed), 0);
        var races = Enumerable.Range(0, orders).Select(person => (Person: People.NumberOf(person), Order: OrderOf(random))).ToList();
        await Parallel.ForEachAsync(races, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (race, _) =>
        {
            if (await RaceAsync(trial, race.Person, race.Order))
            {
                Interlocked.Increment(ref seen);
            }
        });
        trial.Fault("the last was sent");
        var drain = await trial.DrainAsync("Overtaken by another request.", TimeSpan.FromMinutes(settings.Size == ExperimentSize.Long ? 60 : 4));
        var (evidence, outcome) = await trial.JudgeAsync(drain);
        return Read(evidence, outcome with { Faults = orders }, seen);
    }

    private static RequestKind[] OrderOf(Random random)
    {
        var order = Enum.GetValues<RequestKind>();
        random.Shuffle(order);
        return order;
    }

    /// <summary>True when something of a restricted person was shown to a purpose that must not see it.</summary>
    private static async Task<bool> RaceAsync(Trial trial, string person, RequestKind[] order)
    {
        var requests = order.Select(kind => MixedRequests.Of(trial.World.People, person, kind)).ToList();
        var inputs = new List<object>();
        foreach (var request in requests)
        {
            inputs.Add(await trial.Clients.InputOfAsync(request));
        }

        var seen = await Task.WhenAll(requests.Zip(inputs, async (request, input) =>
        {
            var id = await trial.Clients.InsistAsync(request with { Shares = null }, input);
            return request.Kind == RequestKind.Restriction && id is not null && await trial.Clients.SeesAsync(person, "marketing");
        }));
        return seen.Contains(true);
    }

    private static Outcome Read(Evidence evidence, Outcome outcome, int seen)
    {
        var recreated = evidence.Ledgers.Values.Sum(ledger => ledger.Where(line => line.Effect).GroupBy(line => line.Number)
            .Count(lines => lines.SkipWhile(line => line.Operation != Operations.Erase).Any(line => line.After is not null)));
        var refused = evidence.History.Count(line => line.Event == HistoryEvent.Refused);
        var done = evidence.Shown.Values.Count(request => request.Status == "DONE");
        return outcome with
        {
            Figures = string.Create(CultureInfo.InvariantCulture, $"{done} done, {refused} refused, {evidence.Shown.Count - done} left to a person"),
            Missed =
            [
                .. recreated == 0 ? Array.Empty<string>() : [$"After an erasure {recreated} accounts were made anew."],
                .. seen == 0 ? Array.Empty<string>() : [$"{seen} restricted people were shown to another purpose."],
            ],
        };
    }
}
