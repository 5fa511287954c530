using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Sqlite;

namespace PersonalDataHub.Hub.Persistence;

/// <summary>The database file of a data directory: checked, brought up to date, closed.</summary>
public sealed partial class HubDatabase(
    DataDirectoryLock owner, PersonKeys keys, IDbContextFactory<HubDbContext> contexts, ILogger<HubDatabase> log) : IDisposable
{
    public const string FileName = "hub.db";

    /// <summary>The database file.</summary>
    public string FilePath { get; } = PathIn(owner.Directory);

    public static string PathIn(string dataDirectory) => Path.Combine(Path.GetFullPath(dataDirectory), FileName);

    /// <summary>Checks the file and applies the migrations that it lacks. Done once, before the first request.</summary>
    /// <exception cref="HubDatabaseException">The file cannot be used; nothing was changed.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        SqliteFile.Check(FilePath, db.Database.GetMigrations());
        try
        {
            await ForgetDeadMigratorAsync(db, cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        }
        catch (SqliteException cause)
        {
            throw SqliteFile.Explain(FilePath, cause);
        }

        await RefuseForeignKeyAsync(db, cancellationToken);
        LogReady(log, FilePath, await SqliteVersionAsync(db, cancellationToken), SqliteShim.Origin);
    }

    public void Dispose()
    {
        using var connection = new SqliteConnection(
            SqliteFile.ConnectionString(FilePath, SqliteOpenMode.ReadWriteCreate));
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

    private async Task RefuseForeignKeyAsync(HubDbContext db, CancellationToken cancellationToken)
    {
        var sample = await (from stored in db.PersonKeys
                            join registrant in db.Registrants on stored.RegistrantKey equals registrant.Key
                            orderby stored.RegistrantKey
                            select new { registrant.Id, stored.Wrapped }).FirstOrDefaultAsync(cancellationToken);
        try
        {
            using var opened = sample is null ? null : keys.Unwrap(sample.Id, sample.Wrapped);
        }
        catch (CiphertextRefusedException cause)
        {
            throw new HubDatabaseException(
                $"The master key is not the one that the database {FilePath} was encrypted under. Put that key back from its "
                + "backup, or name its place in Hub:MasterKeyFile.",
                cause);
        }
    }

    private static Task<string> SqliteVersionAsync(HubDbContext db, CancellationToken cancellationToken) =>
        db.Database.SqlQueryRaw<string>("SELECT sqlite_version() AS \"Value\"").SingleAsync(cancellationToken);

    [LoggerMessage(Level = LogLevel.Information, Message = "Database {Path} is ready; SQLite {Version} of the {Origin}")]
    private static partial void LogReady(ILogger log, string path, string version, string origin);
}
