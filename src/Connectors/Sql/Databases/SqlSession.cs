using System.Data.Common;
using System.Net.Sockets;

namespace PersonalDataHub.Connectors.Sql.Databases;

/// <summary>An open connection that reads rows, changes them where it has a transaction, and explains what fails.</summary>
internal sealed class SqlSession(SqlDatabase database, DbConnection connection, DbTransaction? transaction) : IAsyncDisposable
{
    private const string Savepoint = "attempt";

    public SqlDatabase Database => database;

    public DbConnection Connection => connection;

    /// <summary>Appended to a select whose rows are about to be changed.</summary>
    public string RowLock => transaction is null ? "" : database.RowLock;

    public Task<List<T>> QueryAsync<T>(Statement statement, Func<DbDataReader, T> row, CancellationToken cancellationToken) =>
        ExplainedAsync(() => RowsAsync(statement, row, cancellationToken), cancellationToken);

    /// <summary>As <see cref="QueryAsync"/>; null when a value cannot be of its column's type, hence stands in no row.</summary>
    public async Task<List<T>?> TryQueryAsync<T>(
        Statement statement, Func<DbDataReader, T> row, CancellationToken cancellationToken)
    {
        List<T>? rows = null;
        await TryAsync(
            async () =>
            {
                rows = await RowsAsync(statement, row, cancellationToken);
                return true;
            },
            database.IsUnfitValue,
            cancellationToken);
        return rows;
    }

    /// <summary>Makes one change; how many rows it changed.</summary>
    /// <remarks>Only within <see cref="AttemptAsync"/>, which understands the database's refusal.</remarks>
    public async Task<int> ExecuteAsync(Statement statement, CancellationToken cancellationToken)
    {
        await using var command = Command(statement);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Makes changes as one. They are undone, and false is returned, when <paramref name="work"/> returns false or the
    /// database refuses one of them.
    /// </summary>
    public Task<bool> AttemptAsync(Func<Task<bool>> work, CancellationToken cancellationToken) =>
        TryAsync(work, database.IsRefusedChange, cancellationToken);

    /// <summary>Makes the transaction's changes last, and what they overwrote be forgotten.</summary>
    public async Task CommitAsync(bool compact, CancellationToken cancellationToken)
    {
        await ExplainedAsync(
            async () =>
            {
                await transaction!.CommitAsync(cancellationToken);
                return true;
            },
            cancellationToken);
        await transaction!.DisposeAsync();
        transaction = null;
        await database.ForgetOverwrittenAsync(this, compact);
    }

    /// <summary>Closes the connection; what was not committed is undone.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await (transaction?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (Exception exception) when (IsDatabases(exception))
        {
            // A broken connection has undone it already.
        }

        await connection.DisposeAsync();
    }

    private static bool IsDatabases(Exception exception) =>
        exception is DbException or TimeoutException or IOException or SocketException;

    private async Task<T> ExplainedAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (IsDatabases(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw database.Explain(exception);
        }
    }

    /// <summary>Within a transaction a savepoint goes first: PostgreSQL takes nothing more after an error.</summary>
    private Task<bool> TryAsync(Func<Task<bool>> work, Func<Exception, bool> isExpected, CancellationToken cancellationToken) =>
        ExplainedAsync(
            async () =>
            {
                await (transaction?.SaveAsync(Savepoint, cancellationToken) ?? Task.CompletedTask);
                var done = false;
                try
                {
                    done = await work();
                }
                catch (Exception exception) when (IsDatabases(exception) && isExpected(exception))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                if (transaction is not null)
                {
                    await (done ? Task.CompletedTask : transaction.RollbackAsync(Savepoint, cancellationToken));
                    await transaction.ReleaseAsync(Savepoint, cancellationToken);
                }

                return done;
            },
            cancellationToken);

    private DbCommand Command(Statement statement)
    {
        var command = database.Command(connection, statement);
        command.Transaction = transaction;
        return command;
    }

    private async Task<List<T>> RowsAsync<T>(Statement statement, Func<DbDataReader, T> row, CancellationToken cancellationToken)
    {
        await using var command = Command(statement);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(row(reader));
        }

        return rows;
    }
}
