namespace PersonalDataHub.Hub.FaultTests.Setting;

/// <summary>One hub as a process, on a data directory of its own.</summary>
internal sealed class HubNode(HubSettings settings) : IAsyncDisposable
{
    private readonly List<ServingHub> ran = [];
    private volatile ServingHub? hub;

    /// <summary>Where it listens; null while it does not run.</summary>
    public Uri? Address => hub?.Address;

    /// <summary>What it is started with.</summary>
    public HubSettings Settings => settings;

    /// <summary>The running process.</summary>
    public ServingHub Hub => hub ?? throw new InvalidOperationException("The hub does not run.");

    /// <summary>What it printed, also before it was killed.</summary>
    public IEnumerable<string> Printed => ran.SelectMany(process => process.Welcome.Concat(process.Printed));

    public async Task StartAsync()
    {
        var started = await ServingHub.StartAsync(settings);
        ran.Add(started);
        hub = started;
    }

    /// <summary>Kills it as it is (<c>SIGKILL</c>).</summary>
    public async Task KillAsync()
    {
        if (hub is { } running)
        {
            hub = null;
            await running.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await KillAsync();
}
