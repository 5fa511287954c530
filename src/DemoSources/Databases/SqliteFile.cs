using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace PersonalDataHub.DemoSources.Databases;

/// <summary>A SQLite file that is being filled, in one transaction.</summary>
internal sealed class SqliteFile : IAsyncDisposable
{
    private readonly Dictionary<(string Table, Type Row), (SqliteCommand Command, PropertyInfo[] Columns)> inserts = [];
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;

    private SqliteFile(SqliteConnection connection) => (this.connection, transaction) = (connection, connection.BeginTransaction());

    public DbTransaction Transaction => transaction;

    /// <summary>Creates the file with the tables of a schema.</summary>
    public static async Task<SqliteFile> CreateAsync(string path, string schema, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(path, cancellationToken);
        var file = new SqliteFile(connection);
        using var command = connection.CreateCommand();
        command.Transaction = file.transaction;
        command.CommandText = SchemaText.Of(schema);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return file;
    }

    /// <summary>Opens the file, making it when there is none.</summary>
    public static async Task<SqliteConnection> OpenAsync(string path, CancellationToken cancellationToken)
    {
        // Without a pool: a connection kept open would hold the file while its folder is renamed.
        var text = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        var connection = new SqliteConnection(text);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    /// <summary>Inserts a row: an object whose properties are named as the columns.</summary>
    public void Add(string table, object row)
    {
        if (!inserts.TryGetValue((table, row.GetType()), out var insert))
        {
            inserts[(table, row.GetType())] = insert = Insert(table, row.GetType());
        }

        foreach (var (index, column) in insert.Columns.Index())
        {
            insert.Command.Parameters[index].Value = column.GetValue(row) ?? DBNull.Value;
        }

        insert.Command.ExecuteNonQuery();
    }

    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var insert in inserts.Values)
        {
            await insert.Command.DisposeAsync();
        }

        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private (SqliteCommand Command, PropertyInfo[] Columns) Insert(string table, Type row)
    {
        var columns = row.GetProperties();
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        var names = columns.Select(column => column.Name).ToList();
        command.CommandText = $"insert into {table} ({string.Join(", ", names)}) values ({string.Join(", ", names.Select(name => "@" + name))})";
        foreach (var name in names)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "@" + name });
        }

        return (command, columns);
    }
}
