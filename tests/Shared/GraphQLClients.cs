using System.Diagnostics;
using System.Text.Json;

namespace PersonalDataHub.Tests.Shared;

/// <summary>Other people's GraphQL clients and suites from npm, each run in a process of its own.</summary>
/// <remarks>Fetched once per test run as their lock file names and seals them.</remarks>
public static class GraphQLClients
{
    private static readonly Lazy<Task<TemporaryDirectory>> installed = new(InstallAsync);

    /// <summary>Fetches the clients. Skips the test where there is no Node or no network.</summary>
    public static async Task RequireAsync()
    {
        RequiredTool.Find("node", "/usr/bin/node", "/usr/local/bin/node");
        RequiredTool.Find("npm", "/usr/bin/npm", "/usr/local/bin/npm");
        RequiredTool.Find("graphql-sse (npm could not fetch it)", (await installed.Value).File("node_modules", "graphql-sse", "package.json"));
    }

    /// <summary>Starts a script of the folder <c>GraphQLClients</c>; dispose of it to end it.</summary>
    public static async Task<ClientProcess> StartAsync(string script, params IEnumerable<string> arguments)
    {
        await RequireAsync();
        return new ClientProcess(Start((await installed.Value).Path, "node", [script, .. arguments]));
    }

    /// <summary>Subscribes with <c>graphql-sse</c>.</summary>
    /// <param name="subscription">What <c>subscribe.js</c> takes: url, query, variables, headers, most, retries.</param>
    public static Task<ClientProcess> SubscribeAsync(object subscription) => StartAsync("subscribe.js", JsonSerializer.Serialize(subscription));

    /// <summary>Runs all server audits of <c>graphql-http</c>.</summary>
    public static async Task<IReadOnlyList<Audit>> AuditAsync(Uri address, object? headers = null)
    {
        using var process = await StartAsync("audit.js", address.ToString(), JsonSerializer.Serialize(headers ?? new { }));
        var audits = new List<Audit>();
        while (await process.ReadLineAsync() is { } line)
        {
            audits.Add(JsonSerializer.Deserialize<Audit>(line, JsonSerializerOptions.Web)!);
        }

        return audits;
    }

    private static async Task<TemporaryDirectory> InstallAsync()
    {
        var directory = new TemporaryDirectory();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => directory.Dispose();
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "GraphQLClients")))
        {
            File.Copy(file, directory.File(Path.GetFileName(file)));
        }

        using var npm = Start(
            directory.Path, "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline", "--fetch-retries=1"]);
        await npm.StandardOutput.ReadToEndAsync();
        await npm.WaitForExitAsync();
        return directory;
    }

    private static Process Start(string folder, string program, IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    /// <summary>What came of one audit.</summary>
    /// <param name="Id">Stays when the name changes.</param>
    /// <param name="Name">Begins with MUST, SHOULD or MAY.</param>
    /// <param name="Status"><c>ok</c>, or how bad it is.</param>
    /// <param name="Reason">Why it failed.</param>
    public sealed record Audit(string Id, string Name, string Status, string? Reason);
}
