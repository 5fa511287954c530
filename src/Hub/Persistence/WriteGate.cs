using System.Data;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PersonalDataHub.Hub.Persistence.Sqlite;

namespace PersonalDataHub.Hub.Persistence;

/// <summary>The one writer of the hub's database: what waits is written together, and each caller hears after the commit.</summary>
/// <remarks>
/// SQLite lets one connection write at a time and starves the others when many try. Here they queue: all units that wait
/// share one transaction and one flush to disk, each behind a savepoint of its own, so that one that fails undoes only
/// itself.
/// </remarks>
public sealed class WriteGate : IAsyncDisposable
{
    private const int QueueLength = 1024;
    private const int LargestBatch = 256;
    private const string Savepoint = "unit";

    private readonly IDbContextFactory<HubDbContext> contexts;
    private readonly Channel<WriteUnit> queue =
        Channel.CreateBounded<WriteUnit>(new BoundedChannelOptions(QueueLength) { SingleReader = true });

    private readonly Task writer;
    private bool traces;

    public WriteGate(IDbContextFactory<HubDbContext> contexts)
    {
        this.contexts = contexts;
        writer = Task.Run(WriteAllAsync);
    }

    /// <summary>Runs the unit in a transaction and returns after it is durable.</summary>
    /// <param name="unit">
    /// Reads and changes through the context it is given; what is still tracked when it ends is saved. It touches nothing
    /// but the database, because it may run again when the transaction it shared was lost.
    /// </param>
    /// <param name="cancellationToken">Ends the wait for a turn; a unit that has begun is awaited to its end.</param>
    public async Task<T> WriteAsync<T>(
        Func<HubDbContext, CancellationToken, Task<T>> unit, CancellationToken cancellationToken)
    {
        var result = default(T);
        var waiting = new WriteUnit(
            async (db, cancellation) => result = await unit(db, cancellation), cancellationToken);
        await queue.Writer.WriteAsync(waiting, cancellationToken);
        await waiting.Committed;
        return result!;
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<HubDbContext, CancellationToken, Task> unit, CancellationToken cancellationToken) =>
        WriteAsync<object?>(
            async (db, cancellation) =>
            {
                await unit(db, cancellation);
                return null;
            },
            cancellationToken);

    /// <summary>Takes no more units and ends when those that wait are written.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writer;
    }

    private async Task WriteAllAsync()
    {
        while (await queue.Reader.WaitToReadAsync())
        {
            var batch = new List<WriteUnit>();
            while (batch.Count < LargestBatch && queue.Reader.TryRead(out var unit))
            {
                batch.Add(unit);
            }

            batch.RemoveAll(unit => unit.IsGivenUp);
            await WriteTogetherAsync(batch);
        }
    }

    private async Task WriteTogetherAsync(List<WriteUnit> batch)
    {
        try
        {
            await CommitAsync(batch);
            batch.ForEach(unit => unit.Finish());
        }
        catch (Exception cause)
        {
            // The transaction itself is lost. Alone, each unit meets only its own fate.
            if (batch.Count == 1)
            {
                batch[0].Fail(cause);
                return;
            }

            foreach (var unit in batch)
            {
                await WriteTogetherAsync([unit]);
            }
        }
    }

    private async Task CommitAsync(List<WriteUnit> batch)
    {
        if (batch.Count == 0)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync();
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable);
        foreach (var unit in batch)
        {
            await transaction.CreateSavepointAsync(Savepoint);
            await TryRunAsync(unit, db, transaction);
            db.ChangeTracker.Clear();
        }

        await transaction.CommitAsync();
        await ForgetDestroyedAsync(db, transaction);
    }

    private async Task ForgetDestroyedAsync(HubDbContext db, IDbContextTransaction finished)
    {
        traces |= db.HasDestroyed;
        db.HasDestroyed = false;
        if (traces)
        {
            await finished.DisposeAsync();
            traces = !await WriteAheadLog.TryEmptyAsync(db);
        }
    }

    private static async Task TryRunAsync(WriteUnit unit, HubDbContext db, IDbContextTransaction transaction)
    {
        unit.Failure = null;
        try
        {
            await unit.RunAsync(db);
            await transaction.ReleaseSavepointAsync(Savepoint);
        }
        catch (Exception cause)
        {
            unit.Failure = cause;
            await transaction.RollbackToSavepointAsync(Savepoint);
            await transaction.ReleaseSavepointAsync(Savepoint);
        }
    }

    private sealed class WriteUnit(Func<HubDbContext, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Committed => done.Task;

        public Exception? Failure { get; set; }

        public bool IsGivenUp => cancellationToken.IsCancellationRequested && done.TrySetCanceled(cancellationToken);

        public async Task RunAsync(HubDbContext db)
        {
            await work(db, CancellationToken.None);
            await db.SaveChangesAsync();
        }

        public void Finish()
        {
            if (Failure is null)
            {
                done.TrySetResult();
            }
            else
            {
                done.TrySetException(Failure);
            }
        }

        public void Fail(Exception cause) => done.TrySetException(Failure ?? cause);
    }
}
