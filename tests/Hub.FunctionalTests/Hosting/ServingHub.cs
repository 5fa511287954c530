using System.Diagnostics;

namespace PersonalDataHub.Hub.FunctionalTests.Hosting;

/// <summary>A hub that serves as a process of its own, until disposed.</summary>
public sealed class ServingHub : IAsyncDisposable
{
    private const string AddressLine = "Personal data hub on ";
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private readonly Process process;

    private ServingHub(Process process, IReadOnlyList<string> welcome)
    {
        (this.process, Welcome) = (process, welcome);
        Address = new Uri(welcome.Single(line => line.StartsWith(AddressLine, StringComparison.Ordinal))[AddressLine.Length..]);
    }

    /// <summary>Where it listens, as it printed it.</summary>
    public Uri Address { get; }

    /// <summary>What it printed when it started, line by line.</summary>
    public IReadOnlyList<string> Welcome { get; }

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

            // Nobody reads the rest, and a full pipe would stop the hub.
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return new ServingHub(process, lines);
        }
        catch
        {
            await EndAsync(process);
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await EndAsync(process);

    private static async Task EndAsync(Process process)
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
