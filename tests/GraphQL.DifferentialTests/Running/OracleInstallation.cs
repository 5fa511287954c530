using System.Diagnostics;

namespace PersonalDataHub.GraphQL.DifferentialTests.Running;

/// <summary>The npm package <c>graphql</c>, the reference implementation, fetched once as its lock file names and seals it.</summary>
public sealed class OracleInstallation : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private bool isInstalled;

    /// <summary>Starts an oracle. Skips the test where there is no Node or no network.</summary>
    internal async Task<OracleProcess> StartAsync()
    {
        var npm = RequiredTool.Find("npm", "/usr/bin/npm", "/usr/local/bin/npm");
        RequiredTool.Find("node", "/usr/bin/node", "/usr/local/bin/node");
        if (!isInstalled)
        {
            await InstallAsync(npm);
            isInstalled = true;
        }

        return new OracleProcess(Run("node", "oracle.js"));
    }

    public void Dispose() => directory.Dispose();

    private async Task InstallAsync(string npm)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Oracle")))
        {
            File.Copy(file, directory.File(Path.GetFileName(file)));
        }

        using var install = Run(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline", "--fetch-retries=1");
        await install.StandardOutput.ReadToEndAsync();
        await install.WaitForExitAsync();
        RequiredTool.Find("graphql (npm could not fetch it)", directory.File("node_modules", "graphql", "package.json"));
    }

    private Process Run(string program, params IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = directory.Path,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
}
