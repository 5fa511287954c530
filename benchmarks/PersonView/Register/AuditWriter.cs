using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace PersonalDataHub.PersonView.Register;

/// <summary>The one writer of the audit: what waits is committed together, and each caller hears after the commit.</summary>
internal sealed class AuditWriter : IAsyncDisposable
{
    private const int LargestBatch = 256;

    private readonly Channel<Entry> queue = Channel.CreateBounded<Entry>(new BoundedChannelOptions(1024) { SingleReader = true });
    private readonly SqliteConnection connection;
    private readonly TimeProvider clock;
    private readonly Task writer;

    public AuditWriter(string path, TimeProvider clock)
    {
        connection = RegisterFile.Open(path);
        this.clock = clock;
        writer = Task.Run(WriteAllAsync);
    }

    /// <summary>Durable when it returns.</summary>
    public async Task WriteAsync(string caller, string operation, byte[] person, CancellationToken cancellationToken)
    {
        var entry = new Entry(caller, operation, person, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await queue.Writer.WriteAsync(entry, cancellationToken);
        await entry.Committed.Task;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writer;
        await connection.DisposeAsync();
    }

    private async Task WriteAllAsync()
    {
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO Audit (At, Caller, Operation, Person) VALUES ($at, $caller, $operation, $person)";
        foreach (var name in (string[])["$at", "$caller", "$operation", "$person"])
        {
            insert.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        var batch = new List<Entry>();
        while (await queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && queue.Reader.TryRead(out var entry))
            {
                batch.Add(entry);
            }

            Commit(batch, insert);
            batch.Clear();
        }
    }

    private void Commit(List<Entry> batch, SqliteCommand insert)
    {
        try
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            foreach (var entry in batch)
            {
                insert.Parameters[0].Value = clock.GetUtcNow().UtcTicks;
                insert.Parameters[1].Value = entry.Caller;
                insert.Parameters[2].Value = entry.Operation;
                insert.Parameters[3].Value = entry.Person;
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
            batch.ForEach(entry => entry.Committed.SetResult());
        }
        catch (SqliteException cause)
        {
            batch.ForEach(entry => entry.Committed.TrySetException(cause));
        }
    }

    private sealed record Entry(string Caller, string Operation, byte[] Person, TaskCompletionSource Committed);
}
