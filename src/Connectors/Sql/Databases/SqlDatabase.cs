using System.Data.Common;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Sql.Databases;

/// <summary>A database that the connector reads, of one of the two kinds it knows.</summary>
internal abstract class SqlDatabase : IDisposable
{
    /// <summary>What makes texts sort by code point, so that pages have one order everywhere.</summary>
    public abstract string CodePointOrder { get; }

    /// <summary>How names of columns compare.</summary>
    public abstract StringComparer NameComparer { get; }

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
            return new(this, await ConnectAsync(cancellationToken));
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or IOException or System.Net.Sockets.SocketException)
        {
            throw Explain(exception);
        }
    }

    public abstract void Dispose();

    /// <summary>The failure in words for people, with who can mend it.</summary>
    public abstract SourceException Explain(Exception exception);

    /// <summary>True when the database says that a value cannot be of the column's type, hence stands in no row.</summary>
    public abstract bool IsUnfitValue(Exception exception);

    public abstract DbCommand Command(DbConnection connection, Statement statement);

    /// <summary>Lists a table's columns that can be read; null when there is no such table or view.</summary>
    public abstract Statement ColumnsOf(TableName table);

    public abstract Task<string> DescribeAsync(SqlSession session, CancellationToken cancellationToken);

    protected abstract Task<DbConnection> ConnectAsync(CancellationToken cancellationToken);

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
