using System.Diagnostics;

namespace PersonalDataHub.Tests.Shared.Hosting;

/// <summary>The hub's program as built, run as a process of its own.</summary>
public static class HubProgram
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(60);

    /// <summary>Runs a command to its end.</summary>
    public static async Task<Finished> RunAsync(HubSettings settings, string? input, params string[] arguments)
    {
        using var process = Start(settings, arguments);
        using var limit = new CancellationTokenSource(LongestRun);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.StandardInput.WriteLineAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            return new Finished(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Starts it, without waiting for anything.</summary>
    public static Process Start(HubSettings settings, params string[] arguments)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(dotnet, [Repository.HubAssembly, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(Repository.HubAssembly),
        };
        start.Environment.Remove("HUB_API_KEY");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = settings.Environment;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Hub__DataDirectory"] = settings.DataDirectory;
        start.Environment["Hub__ConfigDirectory"] = settings.ConfigDirectory;
        foreach (var (name, value) in settings.Further)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>What a command left.</summary>
    public sealed record Finished(int ExitCode, string Output, string Error);
}
