using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace PersonalDataHub.Tests.Shared.Hosting;

/// <summary>A hub that serves as a process of its own, until disposed.</summary>
public sealed class ServingHub : IAsyncDisposable
{
    private const string AddressLine = "Personal data hub on ";
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly ConcurrentQueue<string> printed = new();

    private ServingHub(Process process, IReadOnlyList<string> welcome)
    {
        (this.process, Welcome) = (process, welcome);
        Address = new Uri(welcome.Single(line => line.StartsWith(AddressLine, StringComparison.Ordinal))[AddressLine.Length..]);
    }

    /// <summary>Where it listens, as it printed it.</summary>
    public Uri Address { get; }

    /// <summary>What it printed when it started, line by line.</summary>
    public IReadOnlyList<string> Welcome { get; }

    /// <summary>What it printed since, line by line.</summary>
    public IReadOnlyCollection<string> Printed => printed;

    /// <summary>Starts a hub and waits until it has printed a line.</summary>
    /// <param name="settings">What it is started with.</param>
    /// <param name="lastLine">What the last line to wait for contains.</param>
    public static async Task<ServingHub> StartAsync(HubSettings settings, string lastLine = AddressLine)
    {
        var process = HubProgram.Start(settings);
        using var limit = new CancellationTokenSource(LongestStart);
        var lines = new List<string>();
        try
        {
            do
            {
                lines.Add(await process.StandardOutput.ReadLineAsync(limit.Token)
                    ?? throw new InvalidOperationException($"The hub ended: {await process.StandardError.ReadToEndAsync(limit.Token)}"));
            }
            while (!lines[^1].Contains(lastLine, StringComparison.Ordinal));

            var hub = new ServingHub(process, lines);

            // A full pipe would stop the hub.
            _ = hub.KeepAsync(process.StandardOutput);
            _ = hub.KeepAsync(process.StandardError);
            return hub;
        }
        catch
        {
            await EndAsync(process);
            throw;
        }
    }

    /// <summary>Asks it to end, as a service manager does, and waits until it has; returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Freezes it as it is (<c>SIGSTOP</c>), as a machine does that is out of memory or moved.</summary>
    public void Freeze() => Signal("-STOP");

    /// <summary>Lets it go on (<c>SIGCONT</c>).</summary>
    public void Thaw() => Signal("-CONT");

    /// <summary>Kills it if it still runs (<c>SIGKILL</c>).</summary>
    public async ValueTask DisposeAsync() => await EndAsync(process);

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private async Task KeepAsync(StreamReader stream)
    {
        while (await stream.ReadLineAsync() is { } line)
        {
            printed.Enqueue(line);
        }
    }

    private static async Task EndAsync(Process process)
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
