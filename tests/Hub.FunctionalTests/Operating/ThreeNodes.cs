using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Operating;

/// <summary>Three nodes behind nginx, started by the commands of the guide in folders of a test's own.</summary>
internal sealed class ThreeNodes : IAsyncDisposable
{
    private readonly TemporaryDirectory folder = new();
    private readonly Dictionary<string, string> environment;
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly int port = FreePorts();

    private ThreeNodes(string connectionString) => environment = new()
    {
        ["HUB_HOME"] = Path.GetDirectoryName(Repository.HubAssembly)!,
        ["HUB_STATE"] = folder.File("state"),
        ["HUB_CONFIG"] = folder.File("config"),
        ["HUB_DATABASE"] = connectionString,
        ["HUB_PORT"] = Text(port),

        // Where the invented sources lie, and that they are invented.
        ["Hub__SourcesDirectory"] = folder.File("sources"),
        ["Hub__AllowArtificialIdentityCodes"] = "true",
    };

    /// <summary>What the last command of the guide printed.</summary>
    public string Printed { get; private set; } = "";

    /// <summary>The load balancer.</summary>
    public Uri Front => new($"http://127.0.0.1:{port}");

    public static async Task<ThreeNodes> StartAsync(PostgreSqlServer server)
    {
        RequiredTool.Find("nginx", "/usr/sbin/nginx", "/usr/local/sbin/nginx");
        RequiredTool.Find("curl", "/usr/bin/curl", "/bin/curl");
        var nodes = new ThreeNodes(await server.CreateDatabaseAsync());
        try
        {
            await DemoData.CopyToAsync(nodes.folder.File("sources"));
            Folders.Copy(Path.Combine(Repository.ConnectorsConfig, DemoData.Telecom), nodes.folder.File("config", DemoData.Telecom));
            nodes.Printed = await OperatingGuide.RunAsync(
                nodes.environment, "three nodes: names", "three nodes: once", "three nodes: start", "three nodes: nginx", "three nodes: ask");
            var key = (await File.ReadAllTextAsync(nodes.folder.File("state", "officer.key"))).Split().Single(word => word.StartsWith("pdh_", StringComparison.Ordinal));
            nodes.http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            return nodes;
        }
        catch
        {
            await nodes.DisposeAsync();
            throw;
        }
    }

    /// <summary>Where a node listens, 1 to 3.</summary>
    public Uri Node(int number) => new($"http://127.0.0.1:{port + number}");

    /// <summary>Kills a node as it is.</summary>
    public async Task KillAsync(int number)
    {
        using var process = Process.GetProcessById(PidOf(number));
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks at an address, and fails with the errors when there are any.</summary>
    public async Task<JsonElement> AskAsync(Uri address, string query, object variables)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "graphql")) { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Add("X-Purpose", "data-subject-rights");
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonSerializer.Deserialize<JsonElement>(text).GetProperty("data");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        try
        {
            await OperatingGuide.RunAsync(environment, "three nodes: names", "three nodes: stop");
            foreach (var number in (int[])[1, 2, 3])
            {
                await EndAsync(number);
            }
        }
        finally
        {
            folder.Dispose();
        }
    }

    private int PidOf(int number) => int.Parse(File.ReadAllText(folder.File("state", $"node{number}.pid")), CultureInfo.InvariantCulture);

    private async Task EndAsync(int number)
    {
        try
        {
            using var process = Process.GetProcessById(PidOf(number));
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await process.WaitForExitAsync(limit.Token);
        }
        catch (Exception gone) when (gone is ArgumentException or IOException)
        {
            // It has ended already, or never began.
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A port of which the next three are free too.</summary>
    private static int FreePorts()
    {
        while (true)
        {
            var listeners = new List<TcpListener>();
            try
            {
                listeners.Add(new(IPAddress.Loopback, 0));
                listeners[0].Start();
                var first = ((IPEndPoint)listeners[0].LocalEndpoint).Port;
                for (var next = first + 1; next <= first + 3; next++)
                {
                    listeners.Add(new(IPAddress.Loopback, next));
                    listeners[^1].Start();
                }

                return first;
            }
            catch (Exception taken) when (taken is SocketException or ArgumentOutOfRangeException)
            {
                // Somebody else has one of them; others are asked for.
            }
            finally
            {
                listeners.ForEach(listener => listener.Dispose());
            }
        }
    }
}
