using System.Diagnostics;
using PersonalDataHub.PersonView.Hosting;

namespace PersonalDataHub.LoadComparison;

/// <summary>A process that we started, and that ends with us.</summary>
internal sealed class ContenderProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);

    private readonly Process process;

    private ContenderProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>User and system time together.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public double ResidentMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>Starts a program and waits until it says where it listens.</summary>
    public static async Task<ContenderProcess> StartAsync(string program, IEnumerable<string> arguments, string? folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = folder ?? "" };
        start.Environment["NODE_ENV"] = "production";
        start.Environment["NODE_NO_WARNINGS"] = "1";
        var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestStart);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                if (line.StartsWith(ContenderHost.Announcement, StringComparison.Ordinal))
                {
                    // What else it prints is read and dropped, so that it never waits for us.
                    _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                    return new(process, new Uri(line[ContenderHost.Announcement.Length..]));
                }
            }

            throw new InvalidOperationException($"{string.Join(' ', arguments)} ended before it listened; its messages stand above.");
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
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }
}
