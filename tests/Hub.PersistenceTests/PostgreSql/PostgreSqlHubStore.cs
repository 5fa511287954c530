using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace PersonalDataHub.Hub.PersistenceTests.PostgreSql;

/// <summary>A store in a PostgreSQL database; several over one database are several nodes.</summary>
public sealed class PostgreSqlHubStore : HubStore
{
    private static readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private static readonly SemaphoreSlim preparing = new(1, 1);
    private static string? prepared;

    private readonly string connectionString;

    private PostgreSqlHubStore(string dataDirectory, string connectionString, ILoggerProvider? logs)
        : base(dataDirectory, SettingsFor(connectionString), logs) =>
        this.connectionString = connectionString;

    /// <summary>The settings by which a hub uses the database.</summary>
    public static Dictionary<string, string?> SettingsFor(string connectionString) => new()
    {
        ["Hub:Database:Provider"] = "PostgreSql",
        // Many test stores start at once on a busy machine.
        ["Hub:Database:ConnectionString"] = $"{connectionString};Timeout=30",
    };

    /// <summary>A store with the tables in place: a copy of one that was prepared once for the whole test run.</summary>
    public static async Task<PostgreSqlHubStore> CreateAsync(TemporaryDirectory directory, PostgreSqlServer server)
    {
        await preparing.WaitAsync();
        try
        {
            if (prepared is null)
            {
                var template = await server.CreateDatabaseAsync();
                using var aside = new TemporaryDirectory();
                await using (await CreateAsync(aside, template))
                {
                }

                prepared = new NpgsqlConnectionStringBuilder(template).Database;
            }
        }
        finally
        {
            preparing.Release();
        }

        return await CreateAsync(directory, await server.CreateDatabaseAsync(prepared));
    }

    /// <param name="directory">Holds a data directory for each node, all with the same key.</param>
    /// <param name="connectionString">The database.</param>
    /// <param name="node">Which data directory.</param>
    /// <param name="logs">Where it logs to.</param>
    public static Task<PostgreSqlHubStore> CreateAsync(
        TemporaryDirectory directory, string connectionString, string node = "a", ILoggerProvider? logs = null)
    {
        MakeKey(directory.File(node, "keys", "master.key"), key);
        return PrepareAsync(new PostgreSqlHubStore(directory.File(node), connectionString, logs));
    }

    /// <summary>A node to which nobody gave the key.</summary>
    public static Task<PostgreSqlHubStore> CreateWithoutKeyAsync(string dataDirectory, string connectionString) =>
        PrepareAsync(new PostgreSqlHubStore(dataDirectory, connectionString, null));

    /// <summary>A master key as an operator makes it.</summary>
    public static void MakeKey(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (!File.Exists(file))
        {
            File.WriteAllBytes(file, bytes);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
    }

    public override async Task<long> ChangesDuringAsync(Func<Task> work)
    {
        var before = await VersionsAsync();
        await work();
        return (await VersionsAsync()).Except(before).Count();
    }

    public override async Task<string> PlanOfAsync(string sql) => string.Join('\n', await TextsAsync("SET enable_seqscan = off; EXPLAIN " + sql));

    // Each version of a row has a place and a transaction that wrote it.
    private async Task<HashSet<string>> VersionsAsync()
    {
        var tables = await TextsAsync("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema()");
        var rows = await TextsAsync(string.Join(" UNION ALL ", tables.Select(table => $"SELECT '{table}' || ctid || xmin FROM {table}")));
        return [.. rows];
    }

    private async Task<List<string>> TextsAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
