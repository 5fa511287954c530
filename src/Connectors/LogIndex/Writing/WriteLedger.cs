using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.LogIndex.Writing;

/// <summary>Remembers what a task has begun, so that a repeat can tell what it erased from what never was there.</summary>
/// <remarks>Holds digests only. Where it is lost, a repeat answers that the source does not hold what it erased before.</remarks>
internal sealed class WriteLedger : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly TaskKey task;

    private WriteLedger(SqliteConnection connection, TaskKey task)
    {
        this.connection = connection;
        this.task = task;
    }

    /// <summary>Opens the ledger for one attempt of a task.</summary>
    /// <exception cref="SourceException">A later attempt of it has begun already.</exception>
    public static WriteLedger Open(string workDirectory, TaskKey task)
    {
        Directory.CreateDirectory(workDirectory);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(workDirectory, "writes.db"), DefaultTimeout = 60, Pooling = false,
        }.ToString());
        var ledger = new WriteLedger(connection, task);
        try
        {
            connection.Open();
            ledger.Enter();
            return ledger;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Notes, before anything is changed, that the task takes on a record.</summary>
    /// <param name="record">The record's key.</param>
    /// <param name="instruction">What a person has to do besides; null for nothing.</param>
    public void Begin(string record, string? instruction = null)
    {
        using var command = Command(
            """
            INSERT INTO item (task, record, instruction) VALUES ($task, $record, $instruction)
            ON CONFLICT (task, record) DO UPDATE SET instruction = coalesce(instruction, excluded.instruction)
            """);
        command.Parameters.AddWithValue("$record", Digest(record));
        command.Parameters.AddWithValue("$instruction", (object?)instruction ?? DBNull.Value);
        command.ExecuteNonQuery();
    }

    /// <summary>What is to be answered for a record that is no longer found: done, or what a person has to do.</summary>
    public WriteItem AnswerFor(string record)
    {
        using var command = Command("SELECT instruction FROM item WHERE task = $task AND record = $record");
        command.Parameters.AddWithValue("$record", Digest(record));
        return command.ExecuteScalar() switch
        {
            null => new WriteNotHeld(),
            string instruction => new WriteManual(instruction),
            _ => new WriteDone(),
        };
    }

    public void Dispose() => connection.Dispose();

    private void Enter()
    {
        using var command = Command(
            """
            CREATE TABLE IF NOT EXISTS task (id BLOB PRIMARY KEY, fence INTEGER NOT NULL) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS item (
                task BLOB NOT NULL, record BLOB NOT NULL, instruction TEXT, PRIMARY KEY (task, record)) WITHOUT ROWID;
            INSERT INTO task (id, fence) VALUES ($task, $fence)
            ON CONFLICT (id) DO UPDATE SET fence = max(fence, excluded.fence);
            SELECT fence FROM task WHERE id = $task;
            """);
        command.Parameters.AddWithValue("$fence", task.Fence);
        if (command.ExecuteScalar() is long seen && seen > task.Fence)
        {
            throw new SourceException(FailureKind.Transient, "A later attempt of the same task has begun already.");
        }
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$task", task.TaskId.ToByteArray());
        return command;
    }

    private byte[] Digest(string record) => SHA256.HashData(Encoding.UTF8.GetBytes($"{task.TaskId}\0{record}"));
}
