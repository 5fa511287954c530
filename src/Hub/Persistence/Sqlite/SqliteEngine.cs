using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace PersonalDataHub.Hub.Persistence.Sqlite;

/// <summary>A database file in the data directory, which this process alone owns.</summary>
internal sealed class SqliteEngine(string path) : IDatabaseEngine
{
    public string Place => path;

    public bool IsShared => false;

    public IsolationLevel Isolation => IsolationLevel.Serializable;

    public void Configure(DbContextOptionsBuilder options) => options
        .UseSqlite(SqliteFile.ConnectionString(path, SqliteOpenMode.ReadWriteCreate))
        .AddInterceptors(new SqliteConnectionSettings());

    public void ConfigureSchedule(IPersistentStoreBuilder store) =>
        throw new NotSupportedException("One process owns the file; its schedule is kept in memory.");

    public bool Exists() => SqliteFile.Exists(path);

    public Task<IAsyncDisposable> PrepareAloneAsync(CancellationToken cancellationToken) => Task.FromResult<IAsyncDisposable>(new Nobody());

    public async Task<string> MigrateAsync(HubDbContext db, CancellationToken cancellationToken)
    {
        SqliteFile.Check(path, db.Database.GetMigrations());
        try
        {
            await ForgetDeadMigratorAsync(db, cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        }
        catch (SqliteException cause)
        {
            throw SqliteFile.Explain(path, cause);
        }

        var version = await db.Database.SqlQueryRaw<string>("SELECT sqlite_version() AS \"Value\"").SingleAsync(cancellationToken);
        return $"SQLite {version} of the {SqliteShim.Origin}";
    }

    // Beginning the transaction has made it the only writer.
    public Task<string?> EnterAsync(HubDbContext db) => Task.FromResult<string?>(null);

    public Task TellOthersAsync(HubDbContext db, IReadOnlyCollection<Guid> requests) => Task.CompletedTask;

    public Task<IAsyncDisposable?> TryTakeAsync(string work, CancellationToken cancellationToken) => Task.FromResult<IAsyncDisposable?>(new Nobody());

    // A file has no answer to lose: a commit that failed is undone.
    public Task<BatchFate> FateOfAsync(string? transaction) => Task.FromResult(BatchFate.Undone);

    public Task<bool> TryForgetAsync(HubDbContext db) => WriteAheadLog.TryEmptyAsync(db);

    public void Dispose()
    {
        using var connection = new SqliteConnection(SqliteFile.ConnectionString(path, SqliteOpenMode.ReadWriteCreate));
        SqliteConnection.ClearPool(connection);
    }

    // A process that died while migrating leaves a row on which every later start would wait for ever. The data
    // directory is ours alone, so whoever wrote it is gone.
    private static async Task ForgetDeadMigratorAsync(HubDbContext db, CancellationToken cancellationToken)
    {
        var stands = await db.Database
            .SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken);
        if (stands > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
        }
    }

    private sealed class Nobody : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
