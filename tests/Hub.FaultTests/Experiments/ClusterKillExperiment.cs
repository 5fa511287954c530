using System.Globalization;
using PersonalDataHub.FaultSource;
using PersonalDataHub.Hub.FaultTests.Reporting;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>F2: of three hubs over PostgreSQL one after the other is killed in the middle of its work.</summary>
internal sealed class ClusterKillExperiment : IExperiment
{
    private const int Hubs = 3;
    private static readonly TimeSpan longestTakeover = TimeSpan.FromSeconds(15);

    public string Id => "F2";

    public string Title => "kill -9, three hubs, PostgreSQL";

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
            Experiment = settings with { Nodes = Hubs, Database = DatabaseKind.PostgreSql },
            Persons = persons,
            Hub = new Dictionary<string, string> { ["Hub:Fulfillment:Recovery"] = settings.Control ? "false" : "true" },
        });

        // Long enough that a kill falls between a change and its answer.
        await trial.World.BehaveAsync(new Behaviour { ReplyMilliseconds = settings.Control ? 200 : 20 });
        var asking = trial.Clients.AskAsync(MixedRequests.Of(trial.World.People, settings.Seed));
        if (settings.Control)
        {
            // Afterwards nothing new may come whose wake-up would take up the old.
            await asking;
        }

        var takeovers = await KillAsync(trial, settings, persons * FaultRegister.Sources.Count, kills);
        await asking;
        var drain = await trial.DrainAsync(settings.Control ? WorldSettings.Lease * 2 : null);
        var measured = await takeovers.EndAsync();
        var (_, outcome) = await trial.JudgeAsync(drain);
        var most = kills * FaultRegister.Concurrency * FaultRegister.Sources.Count;
        return outcome with
        {
            Figures = string.Create(
                CultureInfo.InvariantCulture,
                $"{measured.Count} actions taken over, p50 {Takeovers.Percentile(measured, 0.5).TotalSeconds:0.0} s, p99 {Takeovers.Percentile(measured, 0.99).TotalSeconds:0.0} s; repeats at most {most}"),
            Missed =
            [
                .. drain is null ? ["It was not done 60 s after the last kill."] : Array.Empty<string>(),
                .. outcome.Repeats > most ? ["There were more repeats than calls that kills can have cut."] : Array.Empty<string>(),
                .. takeovers.Left > 0 ? [$"{takeovers.Left} actions of dead hubs were never taken over."] : Array.Empty<string>(),
            ],
            Late = Takeovers.Percentile(measured, 0.99) > longestTakeover ? ["Taking over took longer than 15 s."] : [],
        };
    }

    // By progress and not by time, so that no machine is so fast that the work is done before the faults are.
    private static async Task<Takeovers> KillAsync(Trial trial, ExperimentSettings settings, int actions, int kills)
    {
        var (random, takeovers) = (new Random(settings.Seed), new Takeovers(trial.World));
        for (var kill = 1; kill <= kills; kill++)
        {
            if (!await trial.ComesToEffectsAsync((long)actions * kill / (kills + 1)))
            {
                break;
            }

            var node = random.Next(Hubs);
            trial.Fault($"kill node{node}");
            await trial.World.Nodes[node].KillAsync();
            await takeovers.WatchAsync($"node{node}");
            await trial.World.Nodes[node].StartAsync();
        }

        return takeovers;
    }
}
