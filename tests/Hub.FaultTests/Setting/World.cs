using PersonalDataHub.FaultSource;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Setting;

/// <summary>Four sources and the hubs over them, all real processes, with the history of what they were asked.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly TemporaryDirectory folder;
    private readonly List<HubNode> nodes;
    private readonly List<HubStore> left = [];

    private World(TemporaryDirectory folder, WorldSettings settings, HubStore store)
    {
        (this.folder, Settings, Store) = (folder, settings, store);
        People = People.Of(settings.Persons, settings.Experiment.Seed);
        Directory.CreateDirectory(folder.File("sources"));
        Sources = [.. FaultRegister.Sources.Index().Select(source =>
            new SourceProcess(source.Item, folder.File("sources"), People, settings.Experiment.Seed + source.Index))];
        nodes = [.. Enumerable.Range(0, settings.Experiment.Nodes).Select(NodeOf)];
        History = new History(folder.File("history"));
    }

    public WorldSettings Settings { get; }

    public HubStore Store { get; private set; }

    public People People { get; }

    public IReadOnlyList<SourceProcess> Sources { get; }

    public IReadOnlyList<HubNode> Nodes => nodes;

    public History History { get; }

    /// <summary>The configuration that all hubs read.</summary>
    public string ConfigDirectory => folder.File("config");

    public static async Task<World> StartAsync(WorldSettings settings)
    {
        var folder = new TemporaryDirectory();
        var store = await HubStore.CreateAsync(settings.Experiment.Database, settings.DataDirectory ?? folder.File("node0"), settings.Durable);
        var world = new World(folder, settings, store);
        try
        {
            FaultRegister.Write(folder.File("config"), world.Sources, settings);
            Folders.Copy(Repository.TestPlugin("Remote"), folder.File("plugins", "remote"));
            await Task.WhenAll(world.Sources.Select(source => source.StartAsync()));

            // The first makes the database and the key.
            foreach (var node in world.Nodes)
            {
                await node.StartAsync();
            }

            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    public SourceProcess Source(string id) => Sources.Single(source => source.Id == id);

    /// <summary>Has every source behave so.</summary>
    public Task BehaveAsync(Behaviour behaviour) => Task.WhenAll(Sources.Select(source => source.BehaveAsync(behaviour)));

    /// <summary>How many changes all sources have made: how far the work is, whatever the hubs say.</summary>
    public async Task<long> EffectsAsync() => (await Task.WhenAll(Sources.Select(source => source.ProgressAsync()))).Sum(progress => progress.Effects);

    /// <summary>Kills a hub and starts it on what it left.</summary>
    public async Task RestartAsync(HubNode node)
    {
        await node.KillAsync();
        await node.StartAsync();
    }

    /// <summary>Has the hubs, which do not run, use another database from their next start on.</summary>
    public async Task MoveAsync(HubStore to)
    {
        left.Add(Store);
        Store = to;
        for (var number = 0; number < nodes.Count; number++)
        {
            await nodes[number].DisposeAsync();
            nodes[number] = NodeOf(number);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }

        foreach (var source in Sources)
        {
            await source.DisposeAsync();
        }

        foreach (var store in left.Append(Store))
        {
            await store.DisposeAsync();
        }

        History.Dispose();
        folder.Dispose();
    }

    private HubNode NodeOf(int number)
    {
        var first = Settings.DataDirectory ?? folder.File("node0");
        var data = number == 0 ? first : folder.File($"node{number}");

        // Where the demo's sources are, none are made.
        Directory.CreateDirectory(Path.Combine(data, "telecom"));
        var further = WorldSettings.Hurry.Concat(Store.HubSettings).Concat(Settings.Hub)
            .GroupBy(option => option.Key).ToDictionary(options => options.Key.Replace(":", "__", StringComparison.Ordinal), options => options.Last().Value);
        Settings.Environment.ToList().ForEach(variable => further[variable.Key] = variable.Value);
        further["Hub__PluginsDirectory"] = folder.File("plugins");
        further["Hub__MasterKeyFile"] = folder.File("keys", "master.key");
        further["Hub__ErasureLedger__Directory"] = Path.Combine(first, "erasure-ledger");
        further["Hub__Node"] = $"node{number}";
        further["Logging__LogLevel__Default"] = "Debug";
        Directory.CreateDirectory(folder.File("keys"));
        return new(new(data) { ConfigDirectory = folder.File("config"), Further = further });
    }
}
