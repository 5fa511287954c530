using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace PersonalDataHub.Connectors.LogIndex.Storage;

/// <summary>The index's SQLite file. It may vanish or break at any time: it is then made anew from the logs.</summary>
/// <remarks>
/// Its name carries a fingerprint of how lines are indexed and with which key, so that a source whose settings changed,
/// or whose key was lost, never reads an index made otherwise, also while both run side by side.
/// </remarks>
internal sealed class IndexDatabase : IDisposable
{
    private const string FormatVersion = "1";
    private const int CorruptCode = 11;
    private const int NotADatabaseCode = 26;

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS file (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, packed INTEGER NOT NULL,
            length INTEGER NOT NULL, modified INTEGER NOT NULL, indexed INTEGER NOT NULL,
            prefix_length INTEGER NOT NULL, prefix BLOB NOT NULL, tail_length INTEGER NOT NULL, tail BLOB NOT NULL,
            lines INTEGER NOT NULL, malformed INTEGER NOT NULL, broken INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS entry (
            file INTEGER NOT NULL, key BLOB NOT NULL, at INTEGER NOT NULL, offset INTEGER NOT NULL,
            length INTEGER NOT NULL, tag INTEGER NOT NULL, owner BLOB,
            PRIMARY KEY (file, key, at, offset)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS block (
            file INTEGER NOT NULL, number INTEGER NOT NULL, body BLOB NOT NULL,
            PRIMARY KEY (file, number)) WITHOUT ROWID;
        """;

    private readonly string path;
    private readonly string connectionString;

    public IndexDatabase(string workDirectory, string name, string fingerprint, IndexSecrets secrets)
    {
        var version = SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{FormatVersion}\0{fingerprint}\0{secrets.Hash("index", name)}"));
        path = Path.Combine(workDirectory, $"{name}-{Convert.ToHexStringLower(version.AsSpan(0, 6))}.db");
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 60 }.ToString();
        RemoveOthers(workDirectory, name);
        Create();
    }

    public static bool IsBroken(SqliteException exception) =>
        exception.SqliteErrorCode is CorruptCode or NotADatabaseCode;

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();

        // What a log no longer holds must not linger in the index's free pages.
        Execute(connection, "PRAGMA secure_delete = ON; PRAGMA synchronous = NORMAL;");
        return connection;
    }

    /// <summary>Empties the write-ahead log, where pages stay that have since been changed.</summary>
    public void Compact()
    {
        using var connection = Open();
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
    }

    /// <summary>Throws the file away and begins with an empty one.</summary>
    public void Recreate()
    {
        Release();
        foreach (var suffix in (ReadOnlySpan<string>)["", "-wal", "-shm"])
        {
            File.Delete(path + suffix);
        }

        Create();
    }

    public void Dispose() => Release();

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Create()
    {
        try
        {
            using var connection = Open();
            Execute(connection, "PRAGMA journal_mode = WAL;" + Schema);
        }
        catch (SqliteException broken) when (IsBroken(broken))
        {
            Recreate();
        }
    }

    private void Release()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private void RemoveOthers(string workDirectory, string name)
    {
        foreach (var other in Directory.EnumerateFiles(workDirectory, $"{name}-*.db*"))
        {
            if (!other.StartsWith(path, StringComparison.Ordinal))
            {
                File.Delete(other);
            }
        }
    }
}
