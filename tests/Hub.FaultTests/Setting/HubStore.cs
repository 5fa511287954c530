using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace PersonalDataHub.Hub.FaultTests.Setting;

/// <summary>The database of the hubs: what they are told of it, and a way past them to look into it.</summary>
internal sealed class HubStore : IAsyncDisposable
{
    private readonly PostgreSqlServer? server;
    private readonly string? connectionString;
    private readonly string file;

    private HubStore(string dataDirectory, PostgreSqlServer? server, string? connectionString) =>
        (file, this.server, this.connectionString) = (Path.Combine(dataDirectory, "hub.db"), server, connectionString);

    /// <summary>Settings of every hub.</summary>
    public IReadOnlyDictionary<string, string> HubSettings => connectionString is null
        ? new Dictionary<string, string>()
        : new Dictionary<string, string> { ["Hub:Database:Provider"] = "PostgreSql", ["Hub:Database:ConnectionString"] = connectionString };

    /// <summary>The server, for experiments that stop it; null on SQLite.</summary>
    public PostgreSqlServer? Server => server;

    /// <param name="kind">Which.</param>
    /// <param name="dataDirectory">The data directory of the first hub.</param>
    /// <param name="durable">Whether PostgreSQL writes to the disk what it tells as stored, as SQLite always does.</param>
    public static async Task<HubStore> CreateAsync(DatabaseKind kind, string dataDirectory, bool durable = false)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            // The hub's assembly sees to it that SQLite is found.
            RuntimeHelpers.RunModuleConstructor(typeof(HubApplication).Module.ModuleHandle);
            return new(dataDirectory, null, null);
        }

        var server = new PostgreSqlServer { Durable = durable };
        return new(dataDirectory, server, await server.CreateDatabaseAsync());
    }

    /// <summary>A connection past every hub.</summary>
    public async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = connectionString is null
            ? new SqliteConnection($"Data Source={file};Pooling=False")
            : new NpgsqlConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>The rows that a statement gives. Names of tables and columns stand in double quotes, as both databases have them.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
