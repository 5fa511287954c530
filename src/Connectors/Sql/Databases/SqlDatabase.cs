using System.Data.Common;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Sql.Databases;

/// <summary>A database that the connector reads and writes, of one of the two kinds it knows.</summary>
internal abstract class SqlDatabase : IDisposable
{
    /// <summary>What makes texts sort by code point, so that pages have one order everywhere.</summary>
    public abstract string CodePointOrder { get; }

    /// <summary>How names of columns compare.</summary>
    public abstract StringComparer NameComparer { get; }

    /// <summary>What makes a select keep others from changing its rows until the transaction ends.</summary>
    public abstract string RowLock { get; }

    /// <summary>True when a column's declared type says what it holds; on SQLite only its rows do.</summary>
    public abstract bool HasTypedColumns { get; }

    public static SqlDatabase Open(string connectionString, string baseDirectory) =>
        IsSqlite(Parse(connectionString)!)
            ? new SqliteDatabase(connectionString, baseDirectory)
            : new PostgreSqlDatabase(connectionString);

    /// <summary>What is wrong with a connection string, without telling any of it; null when nothing is.</summary>
    public static string? MistakeIn(string connectionString)
    {
        if (Parse(connectionString) is not { } parts)
        {
            return "is not a connection string; write keyword=value pairs with semicolons between them.";
        }

        var (sqlite, postgreSql) = (IsSqlite(parts), parts.ContainsKey("Host") || parts.ContainsKey("Server"));
        if (sqlite == postgreSql)
        {
            return "must name either a file (Data Source=…, SQLite) or a server (Host=…, PostgreSQL).";
        }

        return sqlite ? SqliteDatabase.MistakeIn(connectionString) : PostgreSqlDatabase.MistakeIn(connectionString);
    }

    /// <summary>Opens a connection for reading.</summary>
    /// <exception cref="SourceException">It cannot be opened.</exception>
    public async Task<SqlSession> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return new(this, await ConnectAsync(cancellationToken), transaction: null);
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or IOException or System.Net.Sockets.SocketException)
        {
            throw Explain(exception);
        }
    }

    /// <summary>Opens a connection for writing and begins a transaction on it.</summary>
    /// <exception cref="SourceException">It cannot be opened, or another writer holds it.</exception>
    public async Task<SqlSession> BeginAsync(CancellationToken cancellationToken)
    {
        // SQLite waits for another writer in the caller's thread.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        DbConnection? connection = null;
        try
        {
            connection = await ConnectForWritingAsync(cancellationToken);
            return new(this, connection, await connection.BeginTransactionAsync(cancellationToken));
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or IOException or System.Net.Sockets.SocketException)
        {
            await (connection?.DisposeAsync() ?? ValueTask.CompletedTask);
            cancellationToken.ThrowIfCancellationRequested();
            throw Explain(exception);
        }
    }

    public abstract void Dispose();

    /// <summary>The failure in words for people, with who can mend it.</summary>
    public abstract SourceException Explain(Exception exception);

    /// <summary>True when the database says that a value cannot be of the column's type, hence stands in no row.</summary>
    public abstract bool IsUnfitValue(Exception exception);

    /// <summary>True when the database refuses a change by a rule of its own: a value that does not fit, a reference, a trigger.</summary>
    public abstract bool IsRefusedChange(Exception exception);

    /// <summary>Lists a table's columns that may not be null.</summary>
    public abstract Statement RequiredColumnsOf(TableName table);

    /// <summary>Takes what a committed change overwrote out of the database's own files, as far as a client can.</summary>
    /// <param name="session">The session, after its transaction.</param>
    /// <param name="compact">True to write the files anew, where the database does not do that by itself.</param>
    public abstract Task ForgetOverwrittenAsync(SqlSession session, bool compact);

    public abstract DbCommand Command(DbConnection connection, Statement statement);

    /// <summary>Lists a table's columns that can be read; null when there is no such table or view.</summary>
    public abstract Statement ColumnsOf(TableName table);

    public abstract Task<string> DescribeAsync(SqlSession session, CancellationToken cancellationToken);

    protected abstract Task<DbConnection> ConnectAsync(CancellationToken cancellationToken);

    protected abstract Task<DbConnection> ConnectForWritingAsync(CancellationToken cancellationToken);

    private static bool IsSqlite(DbConnectionStringBuilder parts) =>
        parts.ContainsKey("Data Source") || parts.ContainsKey("DataSource") || parts.ContainsKey("Filename");

    private static DbConnectionStringBuilder? Parse(string connectionString)
    {
        try
        {
            return new() { ConnectionString = connectionString };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
