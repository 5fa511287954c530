using System.Globalization;
using PersonalDataHub.FaultSource;
using PersonalDataHub.Hub.FaultTests.Checking;
using PersonalDataHub.Hub.FaultTests.Reporting;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>F7: two of the four sources say that everything is done, and do nothing.</summary>
internal sealed class LyingSourceExperiment : IExperiment
{
    private static readonly string[] liars = ["billing", "recordings"];

    public string Id => "F7";

    public string Title => "two sources say ok and do nothing";

    public string ControlTitle => "sources are believed without reading back";

    public async Task<Outcome> RunAsync(ExperimentSettings settings)
    {
        var persons = (settings.Control, settings.Size) switch { (true, _) => 25, (_, ExperimentSize.Ci) => 100, _ => 2500 };
        await using var trial = await Trial.StartAsync(new()
        {
            Experiment = settings,
            Persons = persons,
            Hub = new Dictionary<string, string> { ["Hub:Fulfillment:ReadBack"] = settings.Control ? "false" : "true" },
        });
        foreach (var liar in liars)
        {
            await trial.World.Source(liar).BehaveAsync(new Behaviour { Lies = true });
            trial.Fault($"{liar} lies");
        }

        await trial.Clients.AskAsync(MixedRequests.Of(trial.World.People, settings.Seed));
        var drain = await trial.DrainAsync(settings.Size == ExperimentSize.Long ? TimeSpan.FromMinutes(10) : TimeSpan.FromMinutes(2));
        var (evidence, outcome) = await trial.JudgeAsync(drain);
        return Read(evidence, outcome, persons * liars.Length);
    }

    private static Outcome Read(Evidence evidence, Outcome outcome, int lies)
    {
        var tasks = evidence.Shown.Values.SelectMany(request => request.Tasks).ToList();
        var caught = tasks.Count(task => liars.Contains(task.Source) && task is { State: "DEAD_LETTER", Failure.Length: > 0 });
        var honest = tasks.Count(task => !liars.Contains(task.Source) && !task.IsVerified);
        return outcome with
        {
            Faults = lies,
            Figures = string.Create(CultureInfo.InvariantCulture, $"caught {caught} of {lies}"),
            Missed =
            [
                .. caught == lies ? Array.Empty<string>() : ["Not every lie was caught."],
                .. honest == 0 ? Array.Empty<string>() : [$"{honest} actions of honest sources are not verified."],
            ],
        };
    }
}
