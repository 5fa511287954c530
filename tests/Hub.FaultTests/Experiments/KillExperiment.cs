using System.Globalization;
using PersonalDataHub.FaultSource;
using PersonalDataHub.Hub.FaultTests.Reporting;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>F1: one hub over SQLite is killed again and again in the middle of its work.</summary>
internal sealed class KillExperiment : IExperiment
{
    public string Id => "F1";

    public string Title => "kill -9, one hub, SQLite";

    public string ControlTitle => "what a dead hub left is not taken up";

    public async Task<Outcome> RunAsync(ExperimentSettings settings)
    {
        var (persons, kills) = (settings.Control, settings.Size) switch
        {
            (true, _) => (50, 3),
            (_, ExperimentSize.Ci) => (250, 20),
            _ => (2500, 200),
        };
        await using var trial = await Trial.StartAsync(new()
        {
            Experiment = settings,
            Persons = persons,
            Hub = new Dictionary<string, string> { ["Hub:Fulfillment:Recovery"] = settings.Control ? "false" : "true" },
        });

        // Long enough that a kill falls between a change and its answer.
        await trial.World.BehaveAsync(new Behaviour { ReplyMilliseconds = 20 });
        var asking = trial.Clients.AskAsync(MixedRequests.Of(trial.World.People, settings.Seed));
        var actions = persons * FaultRegister.Sources.Count;
        if (settings.Control)
        {
            // Afterwards nothing new may come whose wake-up would take up the old.
            await asking;
        }

        await KillAsync(trial, actions, kills);
        await asking;
        var drain = await trial.DrainAsync(settings.Control ? WorldSettings.Lease * 2 : null);
        var (_, outcome) = await trial.JudgeAsync(drain);
        var most = kills * FaultRegister.Concurrency * FaultRegister.Sources.Count;
        return outcome with
        {
            Figures = string.Create(CultureInfo.InvariantCulture, $"repeats at most {most} (kills x concurrency)"),
            Missed =
            [
                .. drain is null ? ["It was not done 60 s after the last kill."] : Array.Empty<string>(),
                .. outcome.Repeats > most ? ["There were more repeats than calls that kills can have cut."] : Array.Empty<string>(),
            ],
        };
    }

    // By progress and not by time, so that no machine is so fast that the work is done before the faults are.
    private static async Task KillAsync(Trial trial, int actions, int kills)
    {
        for (var kill = 1; kill <= kills; kill++)
        {
            if (!await trial.ComesToEffectsAsync((long)actions * kill / (kills + 1)))
            {
                return;
            }

            trial.Fault("kill");
            await trial.World.RestartAsync(trial.World.Nodes[0]);
        }
    }
}
