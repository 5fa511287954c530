using System.Data;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Quartz;

namespace PersonalDataHub.Hub.Persistence.PostgreSql;

/// <summary>A PostgreSQL database, which several nodes may share.</summary>
internal sealed partial class PostgreSqlEngine(string connectionString, ILogger<PostgreSqlEngine> log) : IDatabaseEngine
{
    /// <summary>How long preparing may take another node, and one migration this one.</summary>
    private static readonly TimeSpan longestPreparation = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan fatePatience = TimeSpan.FromMilliseconds(1500);
    private static readonly TimeSpan fateInterval = TimeSpan.FromMilliseconds(100);

    // A node that is frozen while it writes loses its turn after five seconds; who waits for it outlasts that.
    private const string Enter =
        "SELECT set_config('idle_in_transaction_session_timeout', '5000', true), set_config('lock_timeout', '8000', true); "
        + $"SELECT pg_advisory_xact_lock({AdvisoryLocks.Writing}); SELECT pg_current_xact_id()::text";

    private const int SecondsToEnter = 10;

    // A notice holds less than 8000 bytes.
    private const int RequestsPerNotice = 200;

    public string Place { get; } = PostgreSqlConnection.PlaceOf(connectionString);

    public bool IsShared => true;

    // Batches of all nodes are serial by the lock, and each statement sees what was committed before it.
    public IsolationLevel Isolation => IsolationLevel.ReadCommitted;

    private string Account => new NpgsqlConnectionStringBuilder(connectionString).Username ?? Environment.UserName;

    public void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(connectionString);

    public void ConfigureSchedule(IPersistentStoreBuilder store) =>
        store.UsePostgres(NpgsqlFactory.Instance, PostgreSqlConnection.ForSchedule(connectionString));

    public bool Exists()
    {
        try
        {
            using var connection = PostgreSqlConnection.ForStart(connectionString);
            connection.Open();
            using var command = new NpgsqlCommand("SELECT to_regclass('\"__EFMigrationsHistory\"') IS NOT NULL", connection);
            return (bool)command.ExecuteScalar()!;
        }
        catch (NpgsqlException cause)
        {
            throw PostgreSqlFailures.Explain(Place, Account, cause);
        }
    }

    public async Task<IAsyncDisposable> PrepareAloneAsync(CancellationToken cancellationToken)
    {
        var connection = PostgreSqlConnection.ForStart(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            if (await ScalarAsync(connection, $"SELECT pg_try_advisory_lock({AdvisoryLocks.Preparing})", cancellationToken) is false)
            {
                LogWaiting(log, Place);
                await ScalarAsync(connection, $"SELECT pg_advisory_lock({AdvisoryLocks.Preparing})", cancellationToken);
            }

            return connection;
        }
        catch (NpgsqlException cause)
        {
            await connection.DisposeAsync();
            throw cause.InnerException is TimeoutException && connection.FullState != ConnectionState.Closed
                ? new HubDatabaseException($"Another node has been preparing the database {Place} for {longestPreparation}. See whether it still runs, stop it and start again.", cause)
                : PostgreSqlFailures.Explain(Place, Account, cause);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task<string> MigrateAsync(HubDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = PostgreSqlConnection.ForStart(connectionString);
            await connection.OpenAsync(cancellationToken);
            var (version, isDurable) = await new PostgreSqlCheck(connection, Place, Account).RunAsync(db.Database.GetMigrations(), cancellationToken);
            if (!isDurable)
            {
                LogNotDurable(log, Place);
            }

            db.Database.SetCommandTimeout(longestPreparation);
            await db.Database.MigrateAsync(cancellationToken);
            return $"PostgreSQL {version}";
        }
        catch (NpgsqlException cause)
        {
            throw PostgreSqlFailures.Explain(Place, Account, cause);
        }
    }

    public async Task<string?> EnterAsync(HubDbContext db)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = Enter;
        command.CommandTimeout = SecondsToEnter;
        await using var reader = await command.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        return reader.GetString(0);
    }

    public async Task TellOthersAsync(HubDbContext db, IReadOnlyCollection<Guid> requests)
    {
        foreach (var some in requests.Chunk(RequestsPerNotice))
        {
            var payload = string.Join(',', some.Select(request => request.ToString("N")));
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({PostgreSqlListener.Channel}, {payload})");
        }
    }

    public async Task<IAsyncDisposable?> TryTakeAsync(string work, CancellationToken cancellationToken)
    {
        var connection = PostgreSqlConnection.ForStart(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand($"SELECT pg_try_advisory_lock({AdvisoryLocks.Work})", connection);
            command.Parameters.Add(new() { Value = work });
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
            {
                return connection;
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    public async Task<BatchFate> FateOfAsync(string? transaction)
    {
        var since = Stopwatch.GetTimestamp();
        do
        {
            try
            {
                await using var connection = new NpgsqlConnection(connectionString);
                await connection.OpenAsync();
                await using var command = new NpgsqlCommand("SELECT pg_xact_status($1::xid8)", connection);
                command.Parameters.Add(new() { Value = transaction ?? "", NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
                switch (await command.ExecuteScalarAsync())
                {
                    case "committed":
                        return BatchFate.Stored;
                    case "aborted":
                        return BatchFate.Undone;
                }
            }
            catch (NpgsqlException)
            {
                // Asked again until it is too late to answer anybody.
            }

            await Task.Delay(fateInterval);
        }
        while (Stopwatch.GetElapsedTime(since) < fatePatience);
        return BatchFate.Unknown;
    }

    // Nothing here can be overwritten on demand; what helps is said in docs/operating.md.
    public Task<bool> TryForgetAsync(HubDbContext db) => Task.FromResult(true);

    public void Dispose()
    {
        using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = (int)longestPreparation.TotalSeconds };
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Another node prepares the database {Place}; this one waits for it.")]
    private static partial void LogWaiting(ILogger log, string place);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database {Place} may lose what it has answered when its power fails: turn fsync and synchronous_commit on.")]
    private static partial void LogNotDurable(ILogger log, string place);
}
