using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Retention.Sweeps;
using PersonalDataHub.Hub;
using PersonalDataHub.RegistrantLookup;

namespace PersonalDataHub.RetentionSweep;

/// <summary>A hub in this process over the shop's systems, with a database of its own.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private static readonly Caller officer = new() { Name = "benchmark", Role = Roles.DataProtectionOfficer, Registers = [Caller.EveryRegister] };
    private static readonly TimeSpan glance = TimeSpan.FromMilliseconds(50);

    private readonly WebApplication hub;

    private Shop(WebApplication hub) => this.hub = hub;

    /// <summary>Starts one that remembers nothing.</summary>
    /// <param name="repository">Where the hub's plugins stand.</param>
    /// <param name="data">Its data directory; the shop's systems lie beside it.</param>
    /// <param name="config">The configuration folder.</param>
    public static async Task<Shop> StartAsync(Repository repository, string data, string config)
    {
        var hub = HubApplication.Build(
        [
            "--environment=Development",
            "--urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=Error",
            $"--Hub:DataDirectory={data}",
            $"--Hub:ConfigDirectory={config}",
            $"--Hub:SourcesDirectory={Path.GetDirectoryName(data)}",
            $"--Hub:PluginsDirectory={Path.Combine(Path.GetDirectoryName(repository.HubAssembly)!, "plugins")}",
            "--Hub:Retention:Nightly=false",
        ]);
        await hub.StartAsync();
        return new Shop(hub);
    }

    /// <summary>Sweeps, planning only, and waits for the end.</summary>
    public async Task<Measured> SweepAsync(string what, int population, CancellationToken cancellationToken)
    {
        var sweeps = hub.Services.GetRequiredService<RetentionSweeps>();
        var watch = Stopwatch.StartNew();
        var sweep = await sweeps.SweepAsync(Configuration.Register, dryRun: true, officer, cancellationToken);
        while (sweep.Status == SweepStatus.Running)
        {
            await Task.Delay(glance, cancellationToken);
            sweep = (await sweeps.ListAsync(Configuration.Register, 1, officer, cancellationToken))[0];
        }

        return new(what, population, sweep, watch.Elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        await hub.StopAsync();
        await hub.DisposeAsync();
    }
}
