using System.Globalization;
using PersonalDataHub.FaultSource;
using PersonalDataHub.Hub.FaultTests.Checking;
using PersonalDataHub.Hub.FaultTests.Reporting;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>F22: a hub is moved from SQLite to PostgreSQL while half of its tasks are open.</summary>
internal sealed class MoveExperiment : IExperiment
{
    private static readonly string[] down = ["recordings", "analytics"];
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(30);

    public string Id => "F22";

    public string Title => "SQLite to PostgreSQL with open actions";

    public string ControlTitle => "the old database is not marked, and a hub goes on with it";

    public async Task<Outcome> RunAsync(ExperimentSettings settings)
    {
        var persons = (settings.Control, settings.Size) switch { (true, _) => 20, (_, ExperimentSize.Ci) => 100, _ => 5_000 };
        await using var trial = await Trial.StartAsync(new() { Experiment = settings with { Database = DatabaseKind.Sqlite, Nodes = 1 }, Persons = persons + 5 });
        var world = trial.World;
        foreach (var source in down)
        {
            await world.Source(source).BehaveAsync(new Behaviour { Down = true });
        }

        // Sources that are down are planned for all the same: their tasks wait for them.
        var requests = Enumerable.Range(0, persons).Select(person => MixedRequests.Of(world.People, People.NumberOf(person), RequestKind.Erasure)).ToList();
        await trial.Clients.AskAsync(requests);
        var half = persons * (FaultRegister.Sources.Count - down.Length);
        await trial.UntilEffectsAsync(half, patience);

        trial.Fault("move");
        var old = world.Nodes[0].Settings;
        await world.Nodes[0].KillAsync();
        var before = await EvidenceCollector.StoreAsync(world);
        await world.MoveAsync(await HubStore.CreateAsync(DatabaseKind.PostgreSql, old.DataDirectory));
        var told = await HubCommand.RunAsync(world.Nodes[0].Settings, "move");
        var after = await EvidenceCollector.StoreAsync(world);
        var missed = Differences(before, after, told);
        missed.AddRange(settings.Control ? await GoOnAsync(trial, old, persons) : await RefusedAsync(old));

        await world.Nodes[0].StartAsync();
        await world.BehaveAsync(new Behaviour());
        trial.FaultIsOver();
        var drain = await trial.DrainAsync(settings.Control ? TimeSpan.FromSeconds(15) : TimeSpan.FromSeconds(60 + (persons / 20)));
        var (_, outcome) = await trial.JudgeAsync(drain);
        return outcome with
        {
            Figures = string.Create(CultureInfo.InvariantCulture, $"{before.Tasks.Count(task => !task.IsThrough)} open of {before.Tasks.Count} tasks and {before.Audit.Count} audit entries, all the same after the move"),
            Missed = [.. missed, .. drain is null ? ["What was open was not done after the move."] : Array.Empty<string>()],
        };
    }

    private static List<string> Differences(StoredEvidence before, StoredEvidence after, string told)
    {
        var differences = new List<string>();
        if (!before.Tasks.OrderBy(task => task.Id, StringComparer.Ordinal).SequenceEqual(after.Tasks.OrderBy(task => task.Id, StringComparer.Ordinal)))
        {
            differences.Add("The task table is not the same.");
        }

        if (!before.Audit.Select(TextOf).SequenceEqual(after.Audit.Select(TextOf)))
        {
            differences.Add("The audit trail is not the same.");
        }

        var open = before.Tasks.Count(task => !task.IsThrough);
        if (!told.Contains(string.Create(CultureInfo.InvariantCulture, $"Open tasks: {open}. Audit entries: {before.Audit.Count}, the chain holds"), StringComparison.Ordinal))
        {
            differences.Add($"The command tells otherwise: {told}");
        }

        return differences;
    }

    private static string TextOf(AuditLine line) => $"{line.Operation} {line.Request} {line.Outcome} {string.Join(' ', line.Sources)}";

    private static async Task<IReadOnlyList<string>> RefusedAsync(HubSettings old)
    {
        var (exitCode, _, error) = await HubCommand.TryAsync(old);
        return exitCode != 0 && error.Contains("was moved to PostgreSQL", StringComparison.Ordinal) ? [] : [$"A hub that was started on the old file was not refused: {error}"];
    }

    // What the mark is there for: whoever is accepted here is unknown to the hub that everybody else asks.
    private static async Task<IReadOnlyList<string>> GoOnAsync(Trial trial, HubSettings old, int persons)
    {
        File.Delete(Path.Combine(old.DataDirectory, "hub.db.moved"));
        await using var hub = await ServingHub.StartAsync(old);
        foreach (var person in Enumerable.Range(persons, 5))
        {
            var request = MixedRequests.Of(trial.World.People, People.NumberOf(person), RequestKind.Erasure);
            await trial.Clients.TryAsync(request, await trial.Clients.InputOfAsync(request), hub.Address);
        }

        return [];
    }
}
