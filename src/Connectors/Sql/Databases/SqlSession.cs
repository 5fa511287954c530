using System.Data.Common;
using System.Net.Sockets;

namespace PersonalDataHub.Connectors.Sql.Databases;

/// <summary>An open connection that reads rows and explains what fails.</summary>
internal sealed class SqlSession(SqlDatabase database, DbConnection connection) : IAsyncDisposable
{
    public SqlDatabase Database => database;

    public DbConnection Connection => connection;

    public async Task<List<T>> QueryAsync<T>(
        Statement statement, Func<DbDataReader, T> row, CancellationToken cancellationToken)
    {
        try
        {
            return await RowsAsync(statement, row, cancellationToken);
        }
        catch (Exception exception) when (IsDatabases(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw database.Explain(exception);
        }
    }

    /// <summary>As <see cref="QueryAsync"/>; null when a value cannot be of its column's type, hence stands in no row.</summary>
    public async Task<List<T>?> TryQueryAsync<T>(
        Statement statement, Func<DbDataReader, T> row, CancellationToken cancellationToken)
    {
        try
        {
            return await RowsAsync(statement, row, cancellationToken);
        }
        catch (Exception exception) when (IsDatabases(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            return database.IsUnfitValue(exception) ? null : throw database.Explain(exception);
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static bool IsDatabases(Exception exception) =>
        exception is DbException or TimeoutException or IOException or SocketException;

    private async Task<List<T>> RowsAsync<T>(Statement statement, Func<DbDataReader, T> row, CancellationToken cancellationToken)
    {
        await using var command = database.Command(connection, statement);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(row(reader));
        }

        return rows;
    }
}
