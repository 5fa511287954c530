using PersonalDataHub.RegistrantLookup;

namespace PersonalDataHub.LoadComparison;

/// <summary>Starts the programs of this comparison, and ends them with itself.</summary>
internal sealed class Processes(Repository repository) : IAsyncDisposable
{
    private readonly List<ContenderProcess> running = [];

    /// <summary>Starts one of our programs, built like this one, on a free port.</summary>
    public async Task<ContenderProcess> StartAsync(string project, IEnumerable<string> options, CancellationToken cancellationToken)
    {
        var assembly = Path.Combine(
            repository.Root, "benchmarks", project, "bin", repository.Configuration, "net10.0", $"PersonalDataHub.{project}.dll");
        return Keep(await ContenderProcess.StartAsync("dotnet", [assembly, "--urls=http://127.0.0.1:0", .. options], folder: null, cancellationToken));
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
