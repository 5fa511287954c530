using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace PersonalDataHub.Hub.PersistenceTests.Sqlite;

/// <summary>A store in a SQLite file of its own, registered as the hub registers it.</summary>
public sealed class SqliteHubStore : HubStore
{
    private SqliteHubStore(string dataDirectory, ILoggerProvider? logs, IReadOnlyDictionary<string, string?> settings)
        : base(dataDirectory, settings, logs)
    {
    }

    public static Task<SqliteHubStore> CreateAsync(
        string dataDirectory, ILoggerProvider? logs = null, IReadOnlyDictionary<string, string?>? settings = null) =>
        PrepareAsync(new SqliteHubStore(dataDirectory, logs, settings ?? new Dictionary<string, string?>()));

    public override async Task<long> ChangesDuringAsync(Func<Task> work)
    {
        // Grows with every commit that changes the file, whichever connection makes it.
        await using var observer = new SqliteConnection(await ConnectionStringAsync());
        await observer.OpenAsync();
        var before = await VersionAsync(observer);
        await work();
        return await VersionAsync(observer) - before;
    }

    public override async Task<string> PlanOfAsync(string sql)
    {
        await using var connection = new SqliteConnection(await ConnectionStringAsync());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(3));
        }

        return string.Join('\n', lines);
    }

    private static async Task<long> VersionAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<string> ConnectionStringAsync()
    {
        await using var db = await OpenAsync();
        return db.Database.GetConnectionString()!;
    }
}
