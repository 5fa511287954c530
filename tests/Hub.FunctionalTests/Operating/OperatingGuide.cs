using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PersonalDataHub.Hub.FunctionalTests.Operating;

/// <summary>The commands of <c>docs/operating.md</c>, run as they stand there.</summary>
internal static partial class OperatingGuide
{
    private static readonly TimeSpan longestRun = TimeSpan.FromMinutes(3);

    /// <summary>The commands under a mark such as <c>three nodes: start</c>.</summary>
    public static string CommandsOf(string mark)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operating.md"));
        return Marked().Matches(page).Single(match => match.Groups["mark"].Value == mark).Groups["commands"].Value;
    }

    /// <summary>Runs them one after the other in one shell, which ends at the first that fails.</summary>
    /// <returns>What they printed.</returns>
    public static async Task<string> RunAsync(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> marks)
    {
        var start = new ProcessStartInfo(RequiredTool.Find("bash", "/bin/bash", "/usr/bin/bash"), ["-euo", "pipefail"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var shell = Process.Start(start)!;
        using var limit = new CancellationTokenSource(longestRun);
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(limit.Token), shell.StandardError.ReadToEndAsync(limit.Token));
        await shell.StandardInput.WriteAsync(string.Join('\n', marks.Select(CommandsOf)));
        shell.StandardInput.Close();
        await shell.WaitForExitAsync(limit.Token);
        shell.ExitCode.ShouldBe(0, await error);
        return await output;
    }

    [GeneratedRegex(@"<!-- (?<mark>[^>]+?) -->\n```sh\n(?<commands>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Marked();
}
