using System.Globalization;
using PersonalDataHub.FaultSource;
using PersonalDataHub.Hub.FaultTests.Checking;
using PersonalDataHub.Hub.FaultTests.Reporting;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>F21: a source refuses the changes of a few people for ever.</summary>
internal sealed class DeadLetterExperiment : IExperiment
{
    private const int Limit = 5;
    private const string Refusing = "recordings";
    private static readonly TimeSpan latest = TimeSpan.FromSeconds(60);

    public string Id => "F21";

    public string Title => "a source refuses some people's changes for ever";

    public string ControlTitle => "no limit of failures that anybody sees";

    public async Task<Outcome> RunAsync(ExperimentSettings settings)
    {
        var (persons, refused) = (settings.Control, settings.Size) switch { (true, _) => (20, 3), (_, ExperimentSize.Ci) => (125, 10), _ => (12_500, 100) };
        await using var trial = await Trial.StartAsync(new()
        {
            Experiment = settings,
            Persons = persons,
            Hub = new Dictionary<string, string> { ["Hub:Fulfillment:FailuresUntilDeadLetter"] = settings.Control ? "100" : $"{Limit}" },
        });
        var numbers = Enumerable.Range(0, persons).Select(People.NumberOf).ToArray();
        new Random(settings.Seed).Shuffle(numbers);
        await trial.World.Source(Refusing).BehaveAsync(new Behaviour { Refused = numbers[..refused] });
        trial.Fault("changes are refused");
        await trial.Clients.AskAsync(MixedRequests.Of(trial.World.People, settings.Seed));
        var longest = settings.Control ? TimeSpan.FromSeconds(20) : settings.Size == ExperimentSize.Long ? TimeSpan.FromMinutes(60) : TimeSpan.FromMinutes(2);
        var drain = await trial.DrainAsync(longest);
        var (evidence, outcome) = await trial.JudgeAsync(drain);
        return Read(evidence, outcome, [.. numbers[..refused]]);
    }

    private static Outcome Read(Evidence evidence, Outcome outcome, HashSet<string> refused)
    {
        var letters = evidence.Tasks.Where(task => task.State == "DeadLetter").Select(task => task.Id).ToHashSet();
        var tries = evidence.Ledgers[Refusing].Where(line => line.Said == "refused").GroupBy(line => line.Task)
            .Select(lines => (Task: lines.Key.ToString()!, Count: lines.Count(), Took: lines.Max(line => line.At) - lines.Min(line => line.At))).ToList();
        var within = tries.Count(task => letters.Contains(task.Task) && task.Count == Limit && task.Took <= latest);
        var others = evidence.Shown.Values.SelectMany(request => request.Tasks).Count(task => !letters.Contains(task.Id) && !task.IsVerified);
        var slowest = tries.Select(task => task.Took.TotalSeconds).DefaultIfEmpty().Max();
        return outcome with
        {
            Faults = refused.Count,
            Figures = string.Create(
                CultureInfo.InvariantCulture, $"{within} of {refused.Count} given up after {Limit} tries, the last {slowest:0.0} s after its first"),
            Missed =
            [
                .. within == refused.Count && letters.Count == refused.Count ? Array.Empty<string>() : ["Not exactly those that always fail were given up within their limit."],
                .. others == 0 ? Array.Empty<string>() : [$"{others} other actions are not verified."],
            ],
        };
    }
}
