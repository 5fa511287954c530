using System.Data.Common;
using System.Net.Sockets;
using Npgsql;
using NpgsqlTypes;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Sql.Databases;

/// <summary>A database on a PostgreSQL server.</summary>
internal sealed class PostgreSqlDatabase : SqlDatabase
{
    private const int SecondsToConnect = 5;

    private readonly NpgsqlDataSource source;

    public PostgreSqlDatabase(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // The server's details repeat values of rows.
            IncludeErrorDetail = false,
        };
        builder.ApplicationName ??= "PersonalDataHub";
        if (!new DbConnectionStringBuilder { ConnectionString = connectionString }.ContainsKey("Timeout"))
        {
            builder.Timeout = SecondsToConnect;
        }

        source = NpgsqlDataSource.Create(builder);
    }

    public override string CodePointOrder => " collate \"C\"";

    public override StringComparer NameComparer => StringComparer.Ordinal;

    public override string RowLock => " for update";

    public override bool HasTypedColumns => true;

    public static new string? MistakeIn(string connectionString)
    {
        try
        {
            return string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(connectionString).Database)
                ? "must name the database: Database=…"
                : null;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            return "has a keyword or value that PostgreSQL connection strings do not have.";
        }
    }

    public override DbCommand Command(DbConnection connection, Statement statement)
    {
        var command = ((NpgsqlConnection)connection).CreateCommand();
        command.CommandText = statement.Text;
        foreach (var (position, value) in statement.Values.Index())
        {
            // Texts go without a type, so that the server takes the column's and uses its index.
            command.Parameters.Add(value is string
                ? new NpgsqlParameter($"p{position}", NpgsqlDbType.Unknown) { Value = value }
                : new NpgsqlParameter($"p{position}", value));
        }

        return command;
    }

    public override Statement ColumnsOf(TableName table) => new Statement()
        .Sql("select attname::text from pg_attribute where attnum > 0 and not attisdropped ")
        .Sql("and has_column_privilege(attrelid, attnum, 'select') and attrelid = to_regclass(")
        .Value(Quoted(table))
        .Sql(")");

    public override Task<string> DescribeAsync(SqlSession session, CancellationToken cancellationToken) =>
        Task.FromResult($"PostgreSQL {session.Connection.ServerVersion}");

    public override bool IsUnfitValue(Exception exception) =>
        exception is PostgresException { SqlState: "22P02" or "22003" or "22007" or "22008" };

    public override bool IsRefusedChange(Exception exception) => exception is PostgresException { SqlState: var state }
        && (state is ['2', '2', ..] or ['2', '3', ..] or "428C9" or "P0001");

    public override Statement RequiredColumnsOf(TableName table) => new Statement()
        .Sql("select attname::text from pg_attribute where attnum > 0 and attnotnull and attrelid = to_regclass(")
        .Value(Quoted(table)).Sql(")");

    /// <summary>The server's own affair: its vacuum and its log's retention.</summary>
    public override Task ForgetOverwrittenAsync(SqlSession session, bool compact) => Task.CompletedTask;

    public override SourceException Explain(Exception exception) => exception switch
    {
        PostgresException refused => Explain(refused),
        _ when Chain(exception).Any(cause => cause is SocketException { SocketErrorCode: SocketError.HostNotFound }) => new(
            FailureKind.Configuration, "The PostgreSQL server's name is not known. Correct Host in 'database'.", exception),
        _ when Chain(exception).Any(cause => cause is SocketException or IOException or TimeoutException) => new(
            FailureKind.Transient, "The PostgreSQL server does not answer. Start it, or correct Host and Port in 'database'.", exception),
        NpgsqlException { IsTransient: true } => new(
            FailureKind.Transient, "The PostgreSQL server is busy or out of reach.", exception),
        NpgsqlException => new(
            FailureKind.Configuration, "The PostgreSQL server and 'database' do not fit: password, encryption or version.", exception),
        _ => new(FailureKind.System, "Reading from PostgreSQL failed.", exception),
    };

    public override void Dispose() => source.Dispose();

    protected override async Task<DbConnection> ConnectAsync(CancellationToken cancellationToken) =>
        await source.OpenConnectionAsync(cancellationToken);

    protected override Task<DbConnection> ConnectForWritingAsync(CancellationToken cancellationToken) => ConnectAsync(cancellationToken);

    private static string Quoted(TableName table) => table.Schema is { } schema
        ? $"{Statement.Quoted(schema)}.{Statement.Quoted(table.Name)}"
        : Statement.Quoted(table.Name);

    private static SourceException Explain(PostgresException refused) => refused.SqlState switch
    {
        "28P01" or "28000" => Configuration("PostgreSQL refuses the user or the password. Correct them in 'database'.", refused),
        "3D000" => Configuration("The PostgreSQL server has no such database. Correct Database in 'database'.", refused),
        "42501" => Configuration("PostgreSQL refuses the user the access. Grant it the right to read what the settings map, and to change what they let be changed.", refused),
        "25006" => Configuration("The PostgreSQL server takes no changes: it is a copy or set to reading only. Name the one that takes them.", refused),
        ['2', '3', ..] => Configuration(
            $"A rule of the PostgreSQL database refuses the change (state {refused.SqlState}). Correct the settings' mapping or the database.", refused),
        "42P01" or "42703" or "3F000" => Configuration(
            "The PostgreSQL database lacks a table or column that the settings map. Check the source to see which.", refused),
        "42804" or "42883" => Configuration(
            "Columns that the settings compare have different types. Map the person by columns of one type.", refused),
        ['0', '8', ..] or ['5', '3', ..] or ['5', '7', ..] or ['5', '5', ..] or ['4', '0', ..] => new(
            FailureKind.Transient, $"The PostgreSQL server is down, starting or busy (state {refused.SqlState}).", refused),
        _ => new(FailureKind.System, $"PostgreSQL answered with state {refused.SqlState}.", refused),
    };

    private static SourceException Configuration(string message, Exception cause) => new(FailureKind.Configuration, message, cause);

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
