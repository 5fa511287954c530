using System.Collections.Concurrent;
using System.Globalization;
using PersonalDataHub.Hub.FaultTests.Checking;
using PersonalDataHub.Hub.FaultTests.Reporting;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>F18: a backup is restored that knows everybody who was erased since it was taken.</summary>
internal sealed class RestoreExperiment : IExperiment
{
    private static readonly TimeSpan longestErasing = TimeSpan.FromMinutes(30);

    public string Id => "F18";

    public string Title => "a backup of before the erasures is restored";

    public string ControlTitle => "the erasure ledger is not followed";

    public async Task<Outcome> RunAsync(ExperimentSettings settings)
    {
        var count = (settings.Control, settings.Size) switch { (true, _) => 20, (_, ExperimentSize.Ci) => 100, _ => 10_000 };
        await using var trial = await Trial.StartAsync(new()
        {
            Experiment = settings with { Database = DatabaseKind.Sqlite, Nodes = 1 },
            Persons = count + (count / 5),
            Hub = new Dictionary<string, string> { ["Hub:ErasureLedger:Replay"] = settings.Control ? "false" : "true" },
        });
        var numbers = Enumerable.Range(0, trial.World.People.Count).Select(People.NumberOf).ToArray();
        new Random(settings.Seed).Shuffle(numbers);
        var (erased, others) = (numbers[..count], numbers[count..]);
        var known = await LearnAsync(trial, numbers);
        var node = trial.World.Nodes[0];
        var backup = Path.Combine(node.Settings.DataDirectory, "night.backup");
        await HubCommand.RunAsync(node.Settings, "backup", backup);
        await trial.Clients.AskAsync(erased.Select(number => MixedRequests.Of(trial.World.People, number, RequestKind.Erasure)));
        await trial.DrainAsync(longestErasing);
        await node.KillAsync();
        var before = await EvidenceCollector.StoreAsync(trial.World);

        trial.Fault("restore");
        var restored = await HubCommand.RunAsync(node.Settings, "restore", backup);
        await node.StartAsync();
        trial.FaultIsOver();

        // Before anything else is asked: the API has just opened.
        var back = await KnownAsync(trial, erased, known);
        var stayed = await KnownAsync(trial, others, known);
        var drain = await trial.DrainAsync(settings.Control ? TimeSpan.FromSeconds(5) : TimeSpan.FromSeconds(60 + (count / 50)));
        var (_, outcome) = await trial.JudgeAsync(drain, before);
        return outcome with
        {
            Verdict = outcome.Verdict.And("I6", back.Select(number => $"{number} was erased and is known to the hub again.")),
            Figures = string.Create(CultureInfo.InvariantCulture, $"{erased.Length - back.Count} of {erased.Length} erased again before the API opened"),
            Missed =
            [
                .. stayed.Count == others.Length ? Array.Empty<string>() : [$"{others.Length - stayed.Count} people whom nobody erased are not known any more."],
                .. settings.Control || restored.Contains($"{erased.Length} erasures", StringComparison.Ordinal) ? Array.Empty<string>() : [$"The command told of other erasures: {restored}"],
                .. settings.Control || drain is not null ? Array.Empty<string>() : ["The sources were not asked again in time."],
            ],
        };
    }

    /// <summary>Has the hub find everybody once, so that it remembers them.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> LearnAsync(Trial trial, string[] numbers)
    {
        var known = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
            known[number] = await trial.Clients.RegistrantAsync(new { customerId = number }) ?? throw new InvalidOperationException($"{number} is not found."));
        return known;
    }

    /// <summary>Whom the hub still knows by the id that it gave them.</summary>
    private static async Task<IReadOnlyCollection<string>> KnownAsync(Trial trial, string[] numbers, IReadOnlyDictionary<string, string> known)
    {
        var still = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
        {
            if (await trial.Clients.RegistrantAsync(new { id = known[number] }) is not null)
            {
                still.Add(number);
            }
        });
        return still;
    }
}
