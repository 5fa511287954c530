using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Ledger;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.PersistenceTests;

/// <summary>What the write gate promises, whatever database is under it.</summary>
public abstract class WriteGateTests : IAsyncLifetime
{
    private HubStore store = null!;

    protected abstract Task<HubStore> CreateStoreAsync();

    public async ValueTask InitializeAsync() => store = await CreateStoreAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task WriteAsync_Should_FailOnlyTheGuilty_When_OneOfABatchFails()
    {
        // arrange: the first unit holds the writer until the others wait behind it, so that they share a batch
        var queued = new TaskCompletionSource();
        var first = store.Gate.WriteAsync((_, _) => queued.Task, CancellationToken.None);

        // act
        var writes = Enumerable.Range(0, 30).Select(number => AddAsync(number, fail: number % 10 == 3)).ToList();
        queued.SetResult();
        await first;
        var outcomes = await Task.WhenAll(writes.Select(write => write.ContinueWith(done => done.IsFaulted, TaskScheduler.Default)));

        // assert
        outcomes.Count(failed => failed).ShouldBe(3);
        (await CountAsync()).ShouldBe(27);
    }

    [Fact]
    public async Task WriteAsync_Should_StoreNothingOfAnErasure_When_TheLedgerCannotBeWritten()
    {
        // arrange
        var ledger = store.Get<ErasureLedger>();
        await File.WriteAllTextAsync(ledger.Directory, "a file where the folder should be");
        var queued = new TaskCompletionSource();
        var first = store.Gate.WriteAsync((_, _) => queued.Task, CancellationToken.None);

        // act
        var erasure = store.Gate.WriteAsync((db, _) => EnterAsync(db, 1), CancellationToken.None);
        var other = AddAsync(2, fail: false);
        queued.SetResult();
        await first;
        await other;
        await Should.ThrowAsync<ErasureLedgerException>(erasure);
        var without = await ErasuresAsync();
        File.Delete(ledger.Directory);
        await store.Gate.WriteAsync((db, _) => EnterAsync(db, 3), CancellationToken.None);

        // assert
        without.ShouldBeEmpty();
        (await CountAsync()).ShouldBe(1);
        (await ErasuresAsync()).ShouldBe(["erasure-3"]);
        ledger.Read().Select(entry => entry.Id).ShouldBe(["erasure-3"]);
    }

    [Fact]
    public async Task WriteAsync_Should_EnterNothingInTheLedger_When_TheUnitFails()
    {
        // arrange
        var queued = new TaskCompletionSource();
        var first = store.Gate.WriteAsync((_, _) => queued.Task, CancellationToken.None);

        // act
        var good = store.Gate.WriteAsync((db, _) => EnterAsync(db, 1), CancellationToken.None);
        var failing = store.Gate.WriteAsync(
            async (db, _) =>
            {
                await EnterAsync(db, 2);
                throw new InvalidOperationException("This one fails.");
            },
            CancellationToken.None);
        queued.SetResult();
        await first;
        await good;
        await Should.ThrowAsync<InvalidOperationException>(failing);

        // assert
        store.Get<ErasureLedger>().Read().Select(entry => entry.Id).ShouldBe(["erasure-1"]);
        (await ErasuresAsync()).ShouldBe(["erasure-1"]);
    }

    [Fact]
    public async Task WriteAsync_Should_FailOnlyTheGuilty_When_TheTransactionItselfIsLost()
    {
        // arrange
        var queued = new TaskCompletionSource();
        var first = store.Gate.WriteAsync((_, _) => queued.Task, CancellationToken.None);

        // act
        var good = AddAsync(1, fail: false);
        var destroyer = store.Gate.WriteAsync(
            (db, ct) => db.Database.ExecuteSqlRawAsync("ROLLBACK", ct), CancellationToken.None);
        var alsoGood = AddAsync(2, fail: false);
        queued.SetResult();
        await first;

        // assert
        await good;
        await alsoGood;
        await Should.ThrowAsync<Exception>(() => destroyer);
        (await CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task WriteAsync_Should_ReturnAfterTheCommit_When_Awaited()
    {
        await AddAsync(1, fail: false);

        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task WriteAsync_Should_NotRun_When_GivenUpBeforeItsTurn()
    {
        // arrange
        var queued = new TaskCompletionSource();
        using var cancellation = new CancellationTokenSource();
        var first = store.Gate.WriteAsync((_, _) => queued.Task, CancellationToken.None);
        var given = store.Gate.WriteAsync(
            async (db, ct) => await AddAsync(db, 1, ct), cancellation.Token);

        // act
        await cancellation.CancelAsync();
        queued.SetResult();
        await first;

        // assert
        await Should.ThrowAsync<OperationCanceledException>(() => given);
        (await CountAsync()).ShouldBe(0);
    }

    private Task AddAsync(int number, bool fail) => store.Gate.WriteAsync(
        async (db, ct) =>
        {
            await AddAsync(db, number, ct);
            if (fail)
            {
                throw new InvalidOperationException("This one fails.");
            }
        },
        CancellationToken.None);

    private static async Task AddAsync(Persistence.HubDbContext db, int number, CancellationToken ct)
    {
        db.Registrants.Add(new RegistrantRow
        {
            Id = Guid.NewGuid(),
            Register = $"register-{number}",
            CreatedAt = DateTimeOffset.UnixEpoch,
        });
        await db.SaveChangesAsync(ct);
    }

    private async Task<int> CountAsync()
    {
        await using var db = await store.OpenAsync();
        return await db.Registrants.CountAsync();
    }

    private static Task EnterAsync(HubDbContext db, int number)
    {
        var entry = new LedgerEntry($"erasure-{number}", new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero), "{}");
        db.Erasures.Add(new ErasureRow { Id = entry.Id, RequestId = Guid.NewGuid(), At = entry.At, Content = entry.Content });
        db.LedgerEntries.Add(entry);
        return Task.CompletedTask;
    }

    private async Task<List<string>> ErasuresAsync()
    {
        await using var db = await store.OpenAsync();
        return await db.Erasures.Select(row => row.Id).Order().ToListAsync();
    }
}
