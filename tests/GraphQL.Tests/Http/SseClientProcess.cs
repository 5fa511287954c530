using System.Diagnostics;

namespace PersonalDataHub.GraphQL.Tests.Http;

/// <summary>The npm package <c>graphql-sse</c>, the protocol's own client, in a process of its own.</summary>
internal sealed class SseClientProcess : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private Process? running;

    /// <summary>Fetches the client as its lock file names and seals it. Skips the test where there is no Node or no network.</summary>
    public static async Task<SseClientProcess> InstallAsync()
    {
        var npm = RequiredTool.Find("npm", "/usr/bin/npm", "/usr/local/bin/npm");
        RequiredTool.Find("node", "/usr/bin/node", "/usr/local/bin/node");
        var client = new SseClientProcess();
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Http", "SseClient")))
        {
            File.Copy(file, client.directory.File(Path.GetFileName(file)));
        }

        using var install = client.Start(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline", "--fetch-retries=1");
        await install.StandardOutput.ReadToEndAsync();
        await install.WaitForExitAsync();
        RequiredTool.Find("graphql-sse (npm could not fetch it)", client.directory.File("node_modules", "graphql-sse", "package.json"));
        return client;
    }

    /// <summary>Subscribes, and leaves after <paramref name="most"/> results.</summary>
    public void Subscribe(Uri address, string query, int most = int.MaxValue) => running = Start("node", "subscribe.js", address.ToString(), query, $"{most}");

    public async Task<string?> ReadLineAsync() => await running!.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));

    public void Dispose()
    {
        running?.StandardInput.Dispose();
        running?.WaitForExit();
        running?.Dispose();
        directory.Dispose();
    }

    private Process Start(string program, params IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = directory.Path,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
}
