using System.Data;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PersonalDataHub.Hub.Persistence.Ledger;

namespace PersonalDataHub.Hub.Persistence;

/// <summary>The one writer of this node: what waits is written together, and each caller hears after the commit.</summary>
/// <remarks>
/// A database lets one connection write a thing at a time and starves the others when many try. Here they queue: all units
/// that wait share one transaction and one flush to disk, each behind a savepoint of its own, so that one that fails undoes
/// only itself. Where nodes share a database their batches take turns, so that units are serial over all of them.
/// </remarks>
public sealed class WriteGate : IAsyncDisposable
{
    private const int QueueLength = 1024;
    private const int LargestBatch = 256;
    private const string Savepoint = "unit";

    private static readonly TimeSpan longestTrial = TimeSpan.FromSeconds(1);

    private readonly IDbContextFactory<HubDbContext> contexts;
    private readonly IDatabaseEngine engine;
    private readonly ErasureLedger ledger;
    private readonly Channel<WriteUnit> queue =
        Channel.CreateBounded<WriteUnit>(new BoundedChannelOptions(QueueLength) { SingleReader = true });

    private readonly Task writer;
    private bool traces;

    internal WriteGate(IDbContextFactory<HubDbContext> contexts, IDatabaseEngine engine, ErasureLedger ledger)
    {
        (this.contexts, this.engine, this.ledger) = (contexts, engine, ledger);
        writer = Task.Run(WriteAllAsync);
    }

    /// <summary>Runs the unit in a transaction and returns after it is durable.</summary>
    /// <param name="unit">
    /// Reads and changes through the context it is given; what is still tracked when it ends is saved. It touches nothing
    /// but the database, because it may run again when the transaction it shared was lost.
    /// </param>
    /// <param name="cancellationToken">Ends the wait for a turn; a unit that has begun is awaited to its end.</param>
    /// <exception cref="StorageUnavailableException">The database is gone; it tells whether the unit may be stored all the same.</exception>
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
        if (batch.Count == 0)
        {
            return;
        }

        try
        {
            await CommitOrOutlastAsync(batch);
            batch.ForEach(unit => unit.Finish());
        }
        catch (StorageUnavailableException gone)
        {
            // Nobody is tried alone: each would meet the same.
            batch.ForEach(unit => unit.Fail(gone));
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

    // A connection may be lost though the database is there, such as after its restart or to a turn that took too long: what
    // is certainly not stored is tried once more. Whoever has waited long hears of it instead.
    private async Task CommitOrOutlastAsync(List<WriteUnit> batch)
    {
        var since = Stopwatch.GetTimestamp();
        var first = new Attempt();
        try
        {
            await CommitAsync(batch, first);
        }
        catch (Exception cause) when (first.IsLost || StorageFailures.IsUnavailable(cause))
        {
            var fate = await FateOfAsync(first);
            if (fate == BatchFate.Undone && Stopwatch.GetElapsedTime(since) < longestTrial)
            {
                await CommitAgainAsync(batch);
            }
            else if (fate != BatchFate.Stored)
            {
                throw new StorageUnavailableException(fate == BatchFate.Unknown, cause);
            }
        }
    }

    private async Task CommitAgainAsync(List<WriteUnit> batch)
    {
        var second = new Attempt();
        try
        {
            await CommitAsync(batch, second);
        }
        catch (Exception cause) when (second.IsLost || StorageFailures.IsUnavailable(cause))
        {
            var fate = await FateOfAsync(second);
            if (fate != BatchFate.Stored)
            {
                throw new StorageUnavailableException(fate == BatchFate.Unknown, cause);
            }
        }
    }

    private async Task<BatchFate> FateOfAsync(Attempt attempt) =>
        attempt.IsCommitting ? await engine.FateOfAsync(attempt.Transaction) : BatchFate.Undone;

    private async Task CommitAsync(List<WriteUnit> batch, Attempt attempt)
    {
        await using var db = await contexts.CreateDbContextAsync();
        db.HasDestroyed = false;
        db.LedgerEntries.Clear();
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(engine.Isolation);
        try
        {
            await RunAllAsync(batch, db, transaction, attempt);
        }
        catch
        {
            attempt.IsLost = db.Database.GetDbConnection().State != ConnectionState.Open;
            throw;
        }

        await ForgetDestroyedAsync(db, transaction);
    }

    private async Task RunAllAsync(List<WriteUnit> batch, HubDbContext db, IDbContextTransaction transaction, Attempt attempt)
    {
        attempt.Transaction = await engine.EnterAsync(db);
        var changed = new HashSet<Guid>();
        foreach (var unit in batch)
        {
            db.ChangedRequests.Clear();
            await transaction.CreateSavepointAsync(Savepoint);
            await TryRunAsync(unit, db, transaction);
            db.ChangeTracker.Clear();
            if (unit.Failure is null)
            {
                changed.UnionWith(db.ChangedRequests);
            }
        }

        await engine.TellOthersAsync(db, changed);

        // First outside: an erasure that the database tells as done is in the ledger, whatever becomes of the database.
        ledger.Append(db.LedgerEntries);
        attempt.IsCommitting = true;
        await transaction.CommitAsync();
        attempt.IsCommitting = false;
    }

    private async Task ForgetDestroyedAsync(HubDbContext db, IDbContextTransaction finished)
    {
        traces |= db.HasDestroyed;
        db.HasDestroyed = false;
        if (traces)
        {
            await finished.DisposeAsync();
            traces = !await engine.TryForgetAsync(db);
        }
    }

    private async Task TryRunAsync(WriteUnit unit, HubDbContext db, IDbContextTransaction transaction)
    {
        unit.Failure = null;
        var entries = db.LedgerEntries.Count;
        try
        {
            await unit.RunAsync(db);
            await transaction.ReleaseSavepointAsync(Savepoint);
        }
        catch (Exception cause) when (!StorageFailures.IsUnavailable(cause))
        {
            unit.Failure = cause;
            db.LedgerEntries.RemoveRange(entries, db.LedgerEntries.Count - entries);
            await transaction.RollbackToSavepointAsync(Savepoint);
            await transaction.ReleaseSavepointAsync(Savepoint);
        }
    }

    /// <summary>How far a batch's transaction came.</summary>
    private sealed class Attempt
    {
        /// <summary>What the database knows it by.</summary>
        public string? Transaction { get; set; }

        /// <summary>Whether the commit was sent and not answered.</summary>
        public bool IsCommitting { get; set; }

        /// <summary>Whether its connection ended.</summary>
        public bool IsLost { get; set; }
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
