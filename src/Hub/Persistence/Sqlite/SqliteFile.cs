using Microsoft.Data.Sqlite;

namespace PersonalDataHub.Hub.Persistence.Sqlite;

/// <summary>Looks at a database file before anything is written to it.</summary>
internal static class SqliteFile
{
    /// <summary>Files up to this size are read through at start; of larger ones only the schema.</summary>
    private const long ReadThroughUpTo = 64 * 1024 * 1024;

    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>Whether there is a database that may hold something: the file itself, or a journal it left.</summary>
    public static bool Exists(string path) => File.Exists(path) && new FileInfo(path).Length > 0;

    /// <summary>Whether a failure, or one that it wraps, means that the disk is full or gone.</summary>
    public static bool IsUnavailable(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is SqliteException { SqliteErrorCode: IoError or Full or CannotOpen })
            {
                return true;
            }
        }

        return false;
    }

    /// <exception cref="HubDatabaseException">Another program's, another version's, locked, read-only or damaged.</exception>
    public static void Check(string path, IEnumerable<string> knownMigrations)
    {
        SqliteMarks.Refuse(path);
        if (!Exists(path))
        {
            return;
        }

        if ((File.GetAttributes(path) & FileAttributes.ReadOnly) != 0)
        {
            throw new HubDatabaseException(
                $"The database {path} is read-only. Give the hub's account write access to it and to its folder.");
        }

        try
        {
            using var connection = new SqliteConnection(ConnectionString(path, SqliteOpenMode.ReadOnly, pooled: false));
            connection.Open();
            CheckVersion(connection, path, knownMigrations);
            CheckContent(connection, path);
        }
        catch (SqliteException cause)
        {
            throw Explain(path, cause);
        }

        CheckWritable(path);
    }

    public static string ConnectionString(string path, SqliteOpenMode mode, bool pooled = true) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = pooled,
            DefaultTimeout = (int)SqliteConnectionSettings.BusyTimeout.TotalSeconds,
        }.ToString();

    public static HubDatabaseException Explain(string path, SqliteException cause)
    {
        var (what, mend) = cause.SqliteErrorCode switch
        {
            Busy or Locked => ("is locked by another program", "Close that program (a database browser, a backup) and start again."),
            ReadOnly => ("is read-only", "Give the hub's account write access to it and to its folder."),
            Full => ("cannot grow because the disk is full", "Make room on that disk and start again."),
            Corrupt => ("is damaged", "Restore it from the latest backup; keep the damaged file for examination."),
            NotADatabase => ("is not a SQLite database", "Restore it from the latest backup, or name another data directory."),
            _ => ($"cannot be used (SQLite error {cause.SqliteErrorCode})", "Check the disk and the rights on the folder."),
        };
        return new HubDatabaseException($"The database {path} {what}. {mend} Nothing was changed.", cause);
    }

    private static void CheckVersion(SqliteConnection connection, string path, IEnumerable<string> knownMigrations)
    {
        var tables = Texts(connection, "SELECT name FROM sqlite_master WHERE type = 'table'");
        if (tables.Count > 0 && !tables.Contains("__EFMigrationsHistory"))
        {
            throw new HubDatabaseException(
                $"The database {path} belongs to another program: it has tables, but no history of this hub's versions. "
                + "Name another data directory. Nothing was changed.");
        }

        var applied = tables.Count == 0 ? [] : Texts(connection, "SELECT MigrationId FROM __EFMigrationsHistory");
        var unknown = applied.Except(knownMigrations, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new HubDatabaseException(
                $"The database {path} was written by a newer version of the hub: this one does not know {string.Join(", ", unknown)}. "
                + "Start that newer version, or restore the backup taken before it was installed. Nothing was changed.");
        }
    }

    private static void CheckContent(SqliteConnection connection, string path)
    {
        if (new FileInfo(path).Length <= ReadThroughUpTo
            && Texts(connection, "PRAGMA quick_check(1)") is not ["ok"])
        {
            throw new HubDatabaseException(
                $"The database {path} is damaged. Restore it from the latest backup; keep the damaged file for examination. "
                + "Nothing was changed.");
        }
    }

    private static void CheckWritable(string path)
    {
        try
        {
            using var connection = new SqliteConnection(ConnectionString(path, SqliteOpenMode.ReadWrite, pooled: false));
            connection.Open();
            using var transaction = connection.BeginTransaction();
            transaction.Rollback();
        }
        catch (SqliteException cause)
        {
            throw Explain(path, cause);
        }
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
