using System.Data.Common;
using Microsoft.Data.Sqlite;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Sql.Databases;

/// <summary>A SQLite file, opened so that a missing one is not made: for reading only, or for one change.</summary>
internal sealed class SqliteDatabase : SqlDatabase
{
    private const int SecondsToWaitForLock = 5;

    private const int WaitsForReaders = 3;
    private const int MillisecondsPerWait = 300;

    private readonly string connectionString;
    private readonly string writingConnectionString;
    private readonly string file;
    private readonly string shownFile;

    public SqliteDatabase(string connectionString, string baseDirectory)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        shownFile = builder.DataSource;
        file = Path.GetFullPath(builder.DataSource, baseDirectory);
        builder.DataSource = file;
        var forbidsWriting = builder.Mode is SqliteOpenMode.ReadOnly;
        builder.Mode = SqliteOpenMode.ReadOnly;
        // A pool would keep a file open that an export has since replaced.
        builder.Pooling = false;
        if (!builder.ShouldSerialize("Default Timeout"))
        {
            builder.DefaultTimeout = SecondsToWaitForLock;
        }

        this.connectionString = builder.ConnectionString;
        builder.Mode = forbidsWriting ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite;
        builder.ForeignKeys = true;
        writingConnectionString = builder.ConnectionString;
    }

    public override string CodePointOrder => "";

    public override StringComparer NameComparer => StringComparer.OrdinalIgnoreCase;

    public override string RowLock => "";

    public override bool HasTypedColumns => false;

    public static new string? MistakeIn(string connectionString)
    {
        try
        {
            var source = new SqliteConnectionStringBuilder(connectionString).DataSource;
            return source.Length == 0 || source.Contains(":memory:", StringComparison.OrdinalIgnoreCase)
                || source.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
                ? "must name a SQLite file after Data Source=, absolute or relative to the configuration's folder."
                : null;
        }
        catch (ArgumentException)
        {
            return "has a keyword or value that SQLite connection strings do not have.";
        }
    }

    public override DbCommand Command(DbConnection connection, Statement statement)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement.Text;
        foreach (var (position, value) in statement.Values.Index())
        {
            command.Parameters.Add(new SqliteParameter($"@p{position}", value));
        }

        return command;
    }

    public override Statement ColumnsOf(TableName table) => table.Schema is null
        ? new Statement().Sql("select name from pragma_table_info(").Value(table.Name).Sql(")")
        : new Statement().Sql("select name from pragma_table_info(").Value(table.Name).Sql(", ").Value(table.Schema).Sql(")");

    public override Statement RequiredColumnsOf(TableName table) => table.Schema is null
        ? new Statement().Sql("select name from pragma_table_info(").Value(table.Name).Sql(") where \"notnull\" <> 0")
        : new Statement().Sql("select name from pragma_table_info(").Value(table.Name).Sql(", ").Value(table.Schema).Sql(") where \"notnull\" <> 0");

    /// <summary>
    /// Writes the log back and empties it, or old values would stay in it. A reader that holds the log for long leaves
    /// that to the next change, or to whoever closes the database last.
    /// </summary>
    public override async Task ForgetOverwrittenAsync(SqlSession session, bool compact)
    {
        try
        {
            if (compact)
            {
                // Copies that the source's own programs left on its pages when they moved rows go no other way.
                Execute(session.Connection, "vacuum");
            }

            Execute(session.Connection, $"pragma busy_timeout = {MillisecondsPerWait}");
            var tries = 0;
            while (await IsLogHeldAsync(session) && ++tries < WaitsForReaders)
            {
                // Each try waits for readers by itself.
            }
        }
        catch (Exception exception) when (exception is SqliteException or SourceException)
        {
            // The change itself is done and stays so.
        }
    }

    public override async Task<string> DescribeAsync(SqlSession session, CancellationToken cancellationToken)
    {
        var version = await session.QueryAsync(
            new Statement().Sql("select sqlite_version()"), row => row.GetString(0), cancellationToken);
        return $"SQLite {version[0]}";
    }

    public override bool IsUnfitValue(Exception exception) => false;

    public override bool IsRefusedChange(Exception exception) => exception is SqliteException { SqliteErrorCode: 18 or 19 or 20 };

    public override SourceException Explain(Exception exception) => exception is SqliteException { SqliteErrorCode: var code }
        ? code switch
        {
            _ when Directory.Exists(file) => Configuration(
                $"'{shownFile}' is a folder. Correct 'database' in the source's settings to name the SQLite file.", exception),
            14 when !File.Exists(file) => Configuration(
                $"The SQLite file '{shownFile}' does not exist. Correct 'database' in the source's settings or put the file there.", exception),
            14 => Configuration(
                $"The SQLite file '{shownFile}' cannot be opened. Give the hub's account the right to read it and its folder.", exception),
            26 => Configuration($"The file '{shownFile}' is not a SQLite database. Correct 'database' in the source's settings.", exception),
            11 => Configuration($"The SQLite file '{shownFile}' is damaged. Restore it from a copy.", exception),
            19 => Configuration($"A rule of the database '{shownFile}' refuses the change. Correct the settings' mapping or the database.", exception),
            3 or 8 or 23 => Configuration(
                $"SQLite refuses the access to '{shownFile}'. Give the hub's account the rights it needs to the file and its folder.", exception),
            5 or 6 => Transient($"The SQLite file '{shownFile}' is locked by another program.", exception),
            7 or 9 or 10 or 13 or 15 => Transient($"The SQLite file '{shownFile}' could not be read (SQLite error {code}).", exception),
            1 => Configuration(
                $"The SQLite file '{shownFile}' lacks a table or column that the settings map. Check the source to see which.", exception),
            _ => new(FailureKind.System, $"SQLite answered '{shownFile}' with error {code}.", exception),
        }
        : new(FailureKind.System, $"Reading the SQLite file '{shownFile}' failed.", exception);

    public override void Dispose()
    {
        // No connection outlives its reading.
    }

    protected override Task<DbConnection> ConnectAsync(CancellationToken cancellationToken) =>
        ConnectAsync(connectionString, cancellationToken);

    protected override async Task<DbConnection> ConnectForWritingAsync(CancellationToken cancellationToken)
    {
        var connection = await ConnectAsync(writingConnectionString, cancellationToken);
        try
        {
            // What is erased is overwritten with zeros, and a kept journal does not go on holding it.
            Execute(connection, "pragma secure_delete = on; pragma journal_size_limit = 0");
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        return connection;
    }

    private static async Task<bool> IsLogHeldAsync(SqlSession session) => await session.QueryAsync(
        new Statement().Sql("pragma wal_checkpoint(truncate)"), row => row.GetInt64(0) != 0, CancellationToken.None) is [true];

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task<DbConnection> ConnectAsync(string connectionString, CancellationToken cancellationToken)
    {
        // SQLite works in the caller's thread: without this hop sources would be asked one after another.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        cancellationToken.ThrowIfCancellationRequested();
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        return connection;
    }

    private static SourceException Configuration(string message, Exception cause) => new(FailureKind.Configuration, message, cause);

    private static SourceException Transient(string message, Exception cause) => new(FailureKind.Transient, message, cause);
}
