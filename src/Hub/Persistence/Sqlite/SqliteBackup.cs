using Microsoft.Data.Sqlite;

namespace PersonalDataHub.Hub.Persistence.Sqlite;

/// <summary>Copies a database file as it is at one moment, beside whoever reads and writes it.</summary>
internal static class SqliteBackup
{
    /// <summary>Writes the copy: whole and checked, or not at all. What was deleted is not in it, nor is anything of the free pages.</summary>
    /// <exception cref="HubDatabaseException">There is nothing to copy, the file exists, or it cannot be written.</exception>
    public static async Task<BackupContents> WriteAsync(string database, string file, CancellationToken cancellationToken)
    {
        if (!SqliteFile.Exists(database))
        {
            throw new HubDatabaseException($"There is no database {database}. Name the hub's data directory with --Hub:DataDirectory=….");
        }

        if (File.Exists(file))
        {
            throw new HubDatabaseException($"{file} exists already. Name a file that does not, so that no backup is lost.");
        }

        var part = $"{file}.part";
        try
        {
            await CopyAsync(database, part, cancellationToken).ConfigureAwait(false);
            var contents = await LookAsync(part, cancellationToken).ConfigureAwait(false);
            await using (var written = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
            {
                written.Flush(flushToDisk: true);
            }

            File.Move(part, file);
            return contents;
        }
        catch (SqliteException cause)
        {
            File.Delete(part);
            throw SqliteFile.Explain(database, cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new HubDatabaseException($"{file} cannot be written. Name a place where there is room, and that the hub's account may write.", cause);
        }
    }

    /// <summary>Copies the state of one moment into a file that only its owner can read.</summary>
    public static async Task CopyAsync(string database, string to, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (new FileStream(to, options))
        {
        }

        await using var connection = new SqliteConnection(SqliteFile.ConnectionString(database, SqliteOpenMode.ReadOnly, pooled: false));
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $to";
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("$to", to);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<BackupContents> LookAsync(string file, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(SqliteFile.ConnectionString(file, SqliteOpenMode.ReadOnly, pooled: false));
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        if (await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not "ok")
        {
            File.Delete(file);
            throw new HubDatabaseException("The copy is damaged, so the database probably is too. Stop the hub and examine its database. There is no backup now.");
        }

        command.CommandText = """
            SELECT (SELECT COUNT(*) FROM Requests), (SELECT COUNT(*) FROM AuditEntries),
                (SELECT Sequence || ' ' || lower(hex(Hash)) FROM AuditEntries ORDER BY Sequence DESC LIMIT 1)
            """;
        await using var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await row.ReadAsync(cancellationToken).ConfigureAwait(false);
        return new(row.GetInt64(0), row.GetInt64(1), await row.IsDBNullAsync(2, cancellationToken).ConfigureAwait(false) ? null : row.GetString(2));
    }
}
