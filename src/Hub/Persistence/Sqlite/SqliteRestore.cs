using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PersonalDataHub.Hub.Persistence.Sqlite;

/// <summary>Puts a copy in the place of a database file that nobody has open.</summary>
internal static class SqliteRestore
{
    // What SQLite would take for the new file's own.
    private static readonly string[] companions = ["-wal", "-shm", "-journal"];

    /// <summary>Puts the backup in place and has it looked at; whatever refuses it, what stood there before stands there again.</summary>
    /// <param name="backup">The backup; it is only read.</param>
    /// <param name="database">The database file.</param>
    /// <param name="now">Names what stood there before.</param>
    /// <param name="prepare">Checks what is in place now.</param>
    /// <returns>Where that is kept; null when nothing stood there.</returns>
    /// <exception cref="HubDatabaseException">It is no backup of a hub of this version or an earlier one, with this master key.</exception>
    public static async Task<string?> RunAsync(string backup, string database, DateTimeOffset now, Func<Task> prepare)
    {
        if (!SqliteFile.Exists(backup))
        {
            throw new HubDatabaseException($"There is no backup {backup}.");
        }

        var replaced = SqliteFile.Exists(database)
            ? string.Create(CultureInfo.InvariantCulture, $"{database}.replaced-{now:yyyyMMdd'T'HHmmss}")
            : null;
        var coming = SqliteMarks.Restoring(database);
        try
        {
            File.Copy(backup, coming, overwrite: true);
            await using (var copied = new FileStream(coming, FileMode.Open, FileAccess.ReadWrite))
            {
                copied.Flush(flushToDisk: true);
            }

            await CheckOwnAsync(coming).ConfigureAwait(false);
        }
        catch (Exception cause)
        {
            File.Delete(coming);
            throw cause switch
            {
                SqliteException refused => SqliteFile.Explain(backup, refused),
                IOException or UnauthorizedAccessException => new HubDatabaseException($"{backup} cannot be read, or not be copied to {coming}. Nothing was changed.", cause),
                _ => cause,
            };
        }

        Move(database, replaced);
        File.Move(coming, database);
        try
        {
            await prepare().ConfigureAwait(false);
            return replaced;
        }
        catch
        {
            SqliteConnection.ClearAllPools();
            Move(database, null);
            Move(replaced, database);
            throw;
        }
    }

    private static async Task CheckOwnAsync(string file)
    {
        await using var connection = new SqliteConnection(SqliteFile.ConnectionString(file, SqliteOpenMode.ReadOnly, pooled: false));
        await connection.OpenAsync().ConfigureAwait(false);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
        if (await command.ExecuteScalarAsync().ConfigureAwait(false) is 0L)
        {
            throw new HubDatabaseException("The file is a SQLite database, but no backup of a hub: it has no history of the hub's versions. Nothing was changed.");
        }
    }

    /// <summary>Moves a file with what belongs to it; to null, deletes it.</summary>
    private static void Move(string? from, string? to)
    {
        foreach (var part in (IEnumerable<string>)["", .. companions])
        {
            if (from is not null && File.Exists(from + part))
            {
                if (to is null)
                {
                    File.Delete(from + part);
                }
                else
                {
                    File.Move(from + part, to + part);
                }
            }
        }
    }
}
