using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace PersonalDataHub.Connectors.Tests.Sql;

/// <summary>A real database of a test's own, made from the demo's table definitions.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public TemporaryDirectory Folder { get; } = new();

    /// <summary>What the source's settings say under <c>database</c>.</summary>
    public abstract string ConnectionString { get; }

    public static string RepositoryFile(params string[] parts)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PersonalDataHub.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return Path.Combine([folder, .. parts]);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The rows as texts, columns with bars between, in an order that stays the same.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string sql)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }

    public async Task CreateTablesAsync(string file) =>
        await ExecuteAsync(await File.ReadAllTextAsync(RepositoryFile("src", "DemoSources", file == "billing.sql" ? "Billing" : "Telecom", file)));

    public virtual ValueTask DisposeAsync()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected abstract DbConnection Connect();
}

public sealed class SqliteTestDatabase : TestDatabase
{
    public override string ConnectionString => "Data Source=test.db";

    public string Path => Folder.File("test.db");

    protected override DbConnection Connect() => new SqliteConnection($"Data Source={Path};Pooling=False");
}

public sealed class PostgreSqlTestDatabase(string connectionString) : TestDatabase
{
    public override string ConnectionString => connectionString;

    protected override DbConnection Connect() => new NpgsqlConnection($"{connectionString};Pooling=false");
}
