using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests.Durability;

/// <summary>Two hub processes over one PostgreSQL database and the same register of ledgers.</summary>
internal sealed class LedgerCluster : IAsyncDisposable
{
    private readonly TemporaryDirectory folder = new();
    private readonly PostgreSqlServer server = new();
    private readonly Dictionary<string, ServingHub> nodes = [];
    private readonly Dictionary<string, RightsDesk> desks = [];

    private LedgerCluster(int persons)
    {
        Directory.CreateDirectory(folder.File("sources"));
        Directory.CreateDirectory(folder.File("config"));
        Register = new(folder.File("sources"));
        Register.Configure(folder.File("config"), folder.File("plugins"), approval: "none", persons);
        File.WriteAllBytes(folder.File("master.key"), RandomNumberGenerator.GetBytes(32));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.File("master.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    public LedgerRegister Register { get; }

    public PostgreSqlServer Server => server;

    private string Database { get; set; } = "";

    public static async Task<LedgerCluster> StartAsync(int persons, params string[] nodes)
    {
        var cluster = new LedgerCluster(persons);
        try
        {
            cluster.Database = await cluster.server.CreateDatabaseAsync();
            await Task.WhenAll(nodes.Select(cluster.StartNodeAsync));
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public ServingHub Node(string name) => nodes[name];

    public RightsDesk Desk(string name) => desks[name];

    /// <summary>Starts a node, anew if it ran.</summary>
    public async Task StartNodeAsync(string name)
    {
        Directory.CreateDirectory(folder.File(name, "telecom"));
        var further = LedgerRegister.Hurry.ToDictionary(option => option.Key.Replace(":", "__", StringComparison.Ordinal), option => option.Value);
        further["Hub__Database__Provider"] = "PostgreSql";
        further["Hub__Database__ConnectionString"] = Database;
        further["Hub__MasterKeyFile"] = folder.File("master.key");
        further["Hub__Node"] = name;
        further["Hub__SourcesDirectory"] = folder.File("sources");
        further["Hub__PluginsDirectory"] = folder.File("plugins");
        var hub = await ServingHub.StartAsync(new(folder.File(name)) { ConfigDirectory = folder.File("config"), Further = further });
        lock (nodes)
        {
            (nodes[name], desks[name]) = (hub, new RightsDesk(hub.Address, LedgerRegister.Id));
        }
    }

    /// <summary>Kills a node as it is (<c>SIGKILL</c>).</summary>
    public async Task KillAsync(string name)
    {
        nodes.Remove(name, out var hub);
        await hub!.DisposeAsync();
    }

    /// <summary>Which node holds something of a request, as its lease says; null while none does.</summary>
    public async Task<string?> HolderAsync()
    {
        var owner = await ScalarAsync("SELECT \"LeaseOwner\" FROM \"FulfillmentTasks\" WHERE \"State\" = 1 LIMIT 1") as string;
        return owner?.Split('/')[0];
    }

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{Database};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>What a node tells who watches a request.</summary>
    public async IAsyncEnumerable<JsonElement> WatchAsync(string node, string request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Node(node).Address };
        using var asked = new HttpRequestMessage(HttpMethod.Post, "graphql")
        {
            Content = JsonContent.Create(new { query = "subscription($id: ID!) { dataSubjectRequestProgress(id: $id) { status } }", variables = new { id = request } }),
        };
        asked.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "demo-dpo");
        asked.Headers.Add("X-Purpose", "data-subject-rights");
        asked.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await http.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            if (item.EventType == "next")
            {
                yield return JsonElement.Parse(item.Data).At("data.dataSubjectRequestProgress");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in desks.Values)
        {
            desk.Dispose();
        }

        foreach (var hub in nodes.Values)
        {
            hub.Thaw();
            await hub.DisposeAsync();
        }

        await server.DisposeAsync();
        folder.Dispose();
    }
}
