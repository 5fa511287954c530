using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.FunctionalTests.Connectors;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests.Durability;

/// <summary>A hub over a register of ledgers as a process that can be killed and started again on what it left.</summary>
internal sealed class LedgerProcess : IAsyncDisposable
{
    private readonly TemporaryDirectory folder = new();
    private volatile RightsDesk? desk;
    private ServingHub? hub;

    public LedgerProcess(int persons)
    {
        // Where the demo's sources are, none are made.
        Directory.CreateDirectory(folder.File("data", "telecom"));
        Directory.CreateDirectory(folder.File("config"));
        Register = new(folder.File("data"));
        Register.Configure(folder.File("config"), folder.File("plugins"), approval: "none", persons);
    }

    public LedgerRegister Register { get; }

    public IReadOnlyList<LedgerSource> Sources => [Register.Ledger, Register.Archive];

    /// <summary>What the hub owns.</summary>
    public string DataDirectory => folder.File("data");

    /// <summary>Asks the running hub.</summary>
    public RightsDesk Desk => desk!;

    /// <summary>The running hub.</summary>
    public ServingHub Hub => hub!;

    /// <summary>Starts it, anew if it ran.</summary>
    /// <param name="recovery">Whether it takes up what a dead one left.</param>
    public async Task StartAsync(bool recovery = true)
    {
        hub = await ServingHub.StartAsync(SettingsWith("Hub__Fulfillment__Recovery", recovery ? "true" : "false"));
        desk = new RightsDesk(hub.Address, LedgerRegister.Id);
    }

    /// <summary>What it is started with, and one setting more.</summary>
    public HubSettings SettingsWith(string name, string value)
    {
        var further = LedgerRegister.Hurry.ToDictionary(option => option.Key.Replace(":", "__", StringComparison.Ordinal), option => option.Value);
        further["Hub__PluginsDirectory"] = folder.File("plugins");
        further["Logging__LogLevel__Default"] = "Debug";
        further[name] = value;
        return new(DataDirectory) { ConfigDirectory = folder.File("config"), Further = further };
    }

    /// <summary>Runs a command with the same settings.</summary>
    public Task<HubProgram.Finished> RunAsync(params string[] arguments) =>
        HubProgram.RunAsync(SettingsWith("Logging__LogLevel__Default", "Warning"), null, arguments);

    /// <summary>Kills it as it is (<c>SIGKILL</c>).</summary>
    public async Task KillAsync()
    {
        await Hub.DisposeAsync();
        hub = null;
    }

    /// <summary>Asks for a person's erasure until some hub has answered; always the same request.</summary>
    public async Task<string> InsistAsync(int customer) =>
        (await Patience.UntilAsync(() => TryAsync(now => now.RequestErasureAsync($"{customer}")), answer => answer is not null)).Answer!.Value.Text("id")!;

    /// <summary>How many of the requests have not ended.</summary>
    public async Task<int> OpenAsync(IEnumerable<string> requests)
    {
        var open = 0;
        foreach (var request in requests)
        {
            open += (await desk!.GetAsync(request)).Text("status") == "DONE" ? 0 : 1;
        }

        return open;
    }

    /// <summary>How many changes the sources have made.</summary>
    public async Task<long> EffectsAsync() => await SumAsync(source => source.EffectsAsync());

    /// <summary>The sum over the sources.</summary>
    public async Task<long> SumAsync(Func<LedgerSource, Task<long>> count) => (await Task.WhenAll(Sources.Select(count))).Sum();

    /// <summary>Verifies the audit trail that the hub left; it must have ended.</summary>
    public async Task<AuditVerification> VerifyAuditAsync(CancellationToken cancellationToken)
    {
        await using var application = HubApplication.Build(
            ["--environment=Development", $"--Hub:DataDirectory={folder.File("data")}", $"--Hub:ConfigDirectory={folder.File("config")}"]);
        return await application.Services.GetRequiredService<AuditTrail>().VerifyAsync(null, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        desk?.Dispose();
        if (hub is not null)
        {
            await hub.DisposeAsync();
        }

        folder.Dispose();
    }

    private async Task<JsonElement?> TryAsync(Func<RightsDesk, Task<JsonElement>> ask)
    {
        try
        {
            return await ask(desk!);
        }
        catch (HttpRequestException)
        {
            // The hub died before it answered.
            return null;
        }
    }
}
