namespace PersonalDataHub.Hub.FaultTests.Setting;

/// <summary>A command of the hub's program, run to its end with the settings of a hub.</summary>
internal static class HubCommand
{
    private static readonly TimeSpan longestRun = TimeSpan.FromMinutes(15);

    /// <summary>Runs it and returns what it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is what it said.</exception>
    public static async Task<string> RunAsync(HubSettings settings, params string[] arguments)
    {
        var (exitCode, output, error) = await TryAsync(settings, arguments);
        return exitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', arguments)} failed: {error}");
    }

    /// <summary>Runs it and returns its exit code and what it printed.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> TryAsync(HubSettings settings, params string[] arguments)
    {
        using var process = HubProgram.Start(settings, arguments);
        using var limit = new CancellationTokenSource(longestRun);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
