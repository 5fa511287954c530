using System.Diagnostics;
using System.Globalization;

namespace PersonalDataHub.LoadComparison.Measuring;

/// <summary>The load generator <c>wrk</c>: so many connections, each asking again when it is answered.</summary>
internal static class Wrk
{
    private static readonly string script = Path.Combine(AppContext.BaseDirectory, "requests.lua");

    /// <summary>Loads one contender for a while.</summary>
    /// <exception cref="InvalidOperationException">wrk is missing, or a request failed: figures of wrong answers say nothing.</exception>
    public static async Task<Sample> RunAsync(Contender contender, int connections, TimeSpan duration, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "-t1", $"-c{connections}", $"-d{Math.Ceiling(duration.TotalSeconds)}s", "--timeout", "10s", "-s", script,
            "-H", $"Authorization: Bearer {PersonView.Hosting.ContenderHost.ApiKey}", new Uri(contender.Process.Address, "/").ToString(),
            "--", contender.BodyFile is null ? "GET" : "POST", contender.Path, contender.BodyFile ?? "-", $"{Requests.People}",
        ];
        var before = contender.Process.CpuTime;
        using var wrk = Start(arguments);
        var output = await wrk.StandardOutput.ReadToEndAsync(cancellationToken);
        await wrk.WaitForExitAsync(cancellationToken);
        var used = contender.Process.CpuTime - before;
        return output.Split('\n').FirstOrDefault(line => line.StartsWith("summary ", StringComparison.Ordinal)) is { } line
            ? Read(contender, line.Split(' ')[1..], used)
            : throw new InvalidOperationException($"wrk did not load {contender.Name}: {output}");
    }

    private static Process Start(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })!;
        }
        catch (System.ComponentModel.Win32Exception cause)
        {
            throw new InvalidOperationException("The load comparison needs the program wrk; on Debian it is the package wrk.", cause);
        }
    }

    private static Sample Read(Contender contender, string[] figures, TimeSpan used)
    {
        var numbers = Array.ConvertAll(figures, figure => double.Parse(figure, CultureInfo.InvariantCulture));
        var (requests, microseconds, failed) = (numbers[0], numbers[1], numbers[4] + numbers[5]);
        return failed > 0
            ? throw new InvalidOperationException($"{contender.Name} failed {failed} of {requests} requests: {numbers[4]} by status, {numbers[5]} by connection.")
            : new Sample
            {
                Requests = (long)requests,
                RequestsPerSecond = requests / microseconds * 1e6,
                CpuMicroseconds = used.TotalMicroseconds / Math.Max(requests, 1),
                MedianMilliseconds = numbers[2] / 1000,
                SlowMilliseconds = numbers[3] / 1000,
            };
    }
}
