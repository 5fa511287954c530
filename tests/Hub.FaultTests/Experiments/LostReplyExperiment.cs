using System.Globalization;
using PersonalDataHub.FaultSource;
using PersonalDataHub.Hub.FaultTests.Reporting;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>F8: sources act, and one answer in five is lost.</summary>
internal sealed class LostReplyExperiment : IExperiment
{
    private const double Share = 0.2;

    public string Id => "F8";

    public string Title => "sources act, 20 % of the replies are lost";

    public string ControlTitle => "no key is passed on and nobody looks first";

    public async Task<Outcome> RunAsync(ExperimentSettings settings)
    {
        var persons = (settings.Control, settings.Size) switch { (true, _) => 40, (_, ExperimentSize.Ci) => 125, _ => 2500 };
        await using var trial = await Trial.StartAsync(new()
        {
            Experiment = settings,
            Persons = persons,
            WithoutKeys = settings.Control,
            Hub = new Dictionary<string, string> { ["Hub:Fulfillment:ReadBeforeWrite"] = settings.Control ? "false" : "true" },
        });
        await trial.World.BehaveAsync(new Behaviour { LostReplies = Share });
        trial.Fault("replies are lost");
        await trial.Clients.AskAsync(MixedRequests.Of(trial.World.People, settings.Seed));
        var drain = await trial.DrainAsync(settings.Size == ExperimentSize.Long ? TimeSpan.FromMinutes(10) : TimeSpan.FromMinutes(2));
        var lost = (await Task.WhenAll(trial.World.Sources.Select(source => source.ProgressAsync()))).Sum(progress => progress.LostReplies);
        var (evidence, outcome) = await trial.JudgeAsync(drain);
        var effects = evidence.Effects.Count();
        return outcome with
        {
            Faults = (int)lost,
            Figures = string.Create(CultureInfo.InvariantCulture, $"{effects} effects of {outcome.Actions} actions"),
            Missed =
            [
                .. effects == outcome.Actions ? Array.Empty<string>() : ["Effects and actions are not equally many."],
                .. drain is null ? ["It was not done in time."] : Array.Empty<string>(),
            ],
        };
    }
}
