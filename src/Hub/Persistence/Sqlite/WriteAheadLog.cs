using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PersonalDataHub.Hub.Persistence.Sqlite;

/// <summary>The file beside the database in which SQLite writes first, and in which deleted rows stand until it is emptied.</summary>
internal static class WriteAheadLog
{
    /// <summary>Empties it; false when a reader holds it up or the disk refuses. Outside of a transaction.</summary>
    public static async Task<bool> TryEmptyAsync(HubDbContext db)
    {
        await db.Database.OpenConnectionAsync();
        try
        {
            // No writer waits for a reader here: whoever reads ends, and then the next commit empties it.
            await ExecuteAsync(db, "PRAGMA busy_timeout = 0");
            return await ExecuteAsync(db, "PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        }
        catch (SqliteException)
        {
            return false;
        }
        finally
        {
            await ExecuteAsync(db, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {SqliteConnectionSettings.BusyTimeout.TotalMilliseconds}"));
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<long?> ExecuteAsync(HubDbContext db, string pragma)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = pragma;
        return await command.ExecuteScalarAsync() as long?;
    }
}
