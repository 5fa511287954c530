using System.ComponentModel;
using System.Diagnostics;
using PersonalDataHub.RegistrantLookup;

namespace PersonalDataHub.LoadComparison;

/// <summary>Starts the programs of this comparison, and ends them with itself.</summary>
internal sealed class Processes(Repository repository) : IAsyncDisposable
{
    private readonly List<ContenderProcess> running = [];
    private readonly string peers = Path.Combine(repository.Root, "benchmarks", "peers");

    /// <summary>Starts one of our programs, built like this one, on a free port.</summary>
    public async Task<ContenderProcess> StartAsync(string project, IEnumerable<string> options, CancellationToken cancellationToken) =>
        Keep(await StartAloneAsync(project, options, cancellationToken));

    /// <summary>Starts one of our programs; the caller ends it.</summary>
    public Task<ContenderProcess> StartAloneAsync(string project, IEnumerable<string> options, CancellationToken cancellationToken)
    {
        var assembly = Path.Combine(
            repository.Root, "benchmarks", project, "bin", repository.Configuration, "net10.0", $"PersonalDataHub.{project}.dll");
        return ContenderProcess.StartAsync("dotnet", [assembly, "--urls=http://127.0.0.1:0", .. options], folder: null, cancellationToken);
    }

    /// <summary>Starts one of the npm gateways over the sources.</summary>
    public async Task<ContenderProcess> StartPeerAsync(string script, Uri sources, CancellationToken cancellationToken) =>
        Keep(await ContenderProcess.StartAsync("node", [script, sources.ToString()], peers, cancellationToken));

    /// <summary>Fetches the npm gateways as their lock file names and seals them, once. No script of any package runs.</summary>
    /// <returns>Why there are none; null when they are there.</returns>
    public async Task<string?> InstallPeersAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(Path.Combine(peers, "node_modules", ".package-lock.json")))
        {
            return null;
        }

        try
        {
            using var npm = Process.Start(new ProcessStartInfo(
                "npm", ["ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline"])
            {
                WorkingDirectory = peers,
            })!;
            await npm.WaitForExitAsync(cancellationToken);
            return npm.ExitCode == 0 ? null : $"npm could not fetch them (exit code {npm.ExitCode})";
        }
        catch (Win32Exception)
        {
            return "npm is missing";
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in running)
        {
            await process.DisposeAsync();
        }
    }

    private ContenderProcess Keep(ContenderProcess process)
    {
        running.Add(process);
        return process;
    }
}
