using System.Diagnostics;
using System.Globalization;
using PersonalDataHub.FaultSource;
using PersonalDataHub.Hub.FaultTests.Reporting;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>F3: all three hubs are killed at once, as when the power of a rack goes.</summary>
internal sealed class AllKilledExperiment : IExperiment
{
    private const int Hubs = 3;
    private static readonly TimeSpan latest = TimeSpan.FromSeconds(10);

    public string Id => "F3";

    public string Title => "all three hubs are killed at once, PostgreSQL";

    public string ControlTitle => "what dead hubs left is not taken up";

    public async Task<Outcome> RunAsync(ExperimentSettings settings)
    {
        var (persons, kills) = (settings.Control, settings.Size) switch { (true, _) => (40, 2), (_, ExperimentSize.Ci) => (100, 5), _ => (1000, 50) };
        await using var trial = await Trial.StartAsync(new()
        {
            Experiment = settings with { Nodes = Hubs, Database = DatabaseKind.PostgreSql },
            Persons = persons,
            Hub = new Dictionary<string, string> { ["Hub:Fulfillment:Recovery"] = settings.Control ? "false" : "true" },
        });
        await trial.World.BehaveAsync(new Behaviour { ReplyMilliseconds = settings.Control ? 200 : 20 });
        await trial.Clients.AskAsync(MixedRequests.Of(trial.World.People, settings.Seed).Take(1));
        var asking = trial.Clients.AskAsync(MixedRequests.Of(trial.World.People, settings.Seed).Skip(1));
        if (settings.Control)
        {
            await asking;
        }

        var resumed = new List<TimeSpan>();
        var actions = persons * FaultRegister.Sources.Count;
        for (var kill = 1; kill <= kills; kill++)
        {
            if (!await trial.ComesToEffectsAsync((long)actions * kill / (kills + 1)))
            {
                break;
            }

            trial.Fault("kill all");
            await Task.WhenAll(trial.World.Nodes.Select(node => node.KillAsync()));
            var made = await trial.World.EffectsAsync();

            // From the moment the processes are started: the first may work before the last says that it is up.
            var since = Stopwatch.GetTimestamp();
            var starting = Task.WhenAll(trial.World.Nodes.Select(node => node.StartAsync()));
            if (!settings.Control)
            {
                await trial.UntilEffectsAsync(made + 1);
                resumed.Add(Stopwatch.GetElapsedTime(since));
            }

            await starting;
        }

        await asking;
        var drain = await trial.DrainAsync(settings.Control ? WorldSettings.Lease * 2 : null);
        var (_, outcome) = await trial.JudgeAsync(drain);
        var slowest = resumed.DefaultIfEmpty().Max();
        return outcome with
        {
            Figures = string.Create(CultureInfo.InvariantCulture, $"first change {slowest.TotalSeconds:0.0} s after the start at the latest"),
            Missed = drain is null ? ["It was not done 60 s after the last kill."] : [],
            Late = slowest > latest ? ["The work began again later than 10 s after the start."] : [],
        };
    }
}
