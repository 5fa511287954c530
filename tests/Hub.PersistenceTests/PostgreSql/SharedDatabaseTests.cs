using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Ledger;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.PersistenceTests.PostgreSql;

/// <summary>What the write gates of two nodes promise over one database, and what becomes of units when it goes away.</summary>
public sealed class SharedDatabaseTests : IAsyncLifetime
{
    private static readonly AuditIntent intent = new() { Actor = "anna", Role = "dpo", Operation = "look" };

    private readonly TemporaryDirectory directory = new();

    // Of its own: tests stop it.
    private readonly PostgreSqlServer server = new();
    private SwallowingProxy proxy = null!;
    private PostgreSqlHubStore a = null!;
    private PostgreSqlHubStore b = null!;

    public async ValueTask InitializeAsync()
    {
        var database = await server.CreateDatabaseAsync();
        proxy = new(database);
        a = await PostgreSqlHubStore.CreateAsync(directory, proxy.ConnectionString, "a");
        b = await PostgreSqlHubStore.CreateAsync(directory, database, "b");
    }

    public async ValueTask DisposeAsync()
    {
        await a.DisposeAsync();
        await b.DisposeAsync();
        await proxy.DisposeAsync();
        await server.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task WriteAsync_Should_KeepOneAuditChain_When_TwoNodesWriteAtOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => (number % 2 == 0 ? a : b).Audit.BeginAsync(intent, CancellationToken.None)));

        var verification = await a.Audit.VerifyAsync(null, CancellationToken.None);
        (verification.IsIntact, verification.Entries).ShouldBe((true, 200));
    }

    [Fact]
    public async Task WriteAsync_Should_LoseEntries_When_NodesDoNotTakeTurns()
    {
        // The control of the turn.
        await using var first = Unlocked(a);
        await using var second = Unlocked(b);
        var trails = new[] { TrailOf(a, first), TrailOf(b, second) };

        var entries = await Task.WhenAll(Enumerable.Range(0, 200).Select(number =>
            trails[number % 2].BeginAsync(intent, CancellationToken.None).ContinueWith(entry => entry.IsCompletedSuccessfully, TaskScheduler.Default)));

        entries.ShouldContain(false);
    }

    [Fact]
    public async Task WriteAsync_Should_PassByAFrozenNodeAndRefuseIt_When_ItHoldsTheTurn()
    {
        // arrange
        var (begun, thawed) = (new TaskCompletionSource(), new TaskCompletionSource());
        var frozen = a.Gate.WriteAsync(
            async (db, ct) =>
            {
                await AddAsync(db, "frozen", ct);
                begun.TrySetResult();
                await thawed.Task;
            },
            CancellationToken.None);
        await begun.Task;

        // act
        var waiting = Stopwatch.StartNew();
        await AddAsync(b, "other");
        waiting.Stop();
        thawed.SetResult();

        // assert
        (await Should.ThrowAsync<StorageUnavailableException>(() => frozen)).MayBeStored.ShouldBeFalse();
        waiting.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(8));
        (await StoredAsync(b)).ShouldBe(["other"]);
    }

    [Fact]
    public async Task WriteAsync_Should_StoreOnce_When_TheConnectionIsLostBeforeTheCommit()
    {
        var runs = 0;

        await a.Gate.WriteAsync(
            async (db, ct) =>
            {
                await AddAsync(db, "again", ct);
                if (runs++ == 0)
                {
                    await db.Database.ExecuteSqlRawAsync("SELECT pg_terminate_backend(pg_backend_pid())", ct);
                }
            },
            CancellationToken.None);

        runs.ShouldBe(2);
        (await StoredAsync(b)).ShouldBe(["again"]);
    }

    [Fact]
    public async Task WriteAsync_Should_StoreOnceAndSaySo_When_TheAnswerToTheCommitIsLost()
    {
        proxy.SwallowNextCommit(thenClose: false);

        await AddAsync(a, "once");

        (await StoredAsync(b)).ShouldBe(["once"]);
    }

    [Fact]
    public async Task WriteAsync_Should_SayThatItMayBeStored_When_NobodyCanBeAskedAfterwards()
    {
        proxy.SwallowNextCommit(thenClose: true);

        var refusal = await Should.ThrowAsync<StorageUnavailableException>(() => AddAsync(a, "perhaps"));

        refusal.MayBeStored.ShouldBeTrue();
        (await StoredAsync(b)).ShouldBe(["perhaps"]);
    }

    [Fact]
    public async Task Hub_Should_SaySoWithinTwoSecondsAndGoOnByItself_When_TheDatabaseStopsAndStarts()
    {
        // arrange
        await AddAsync(b, "before");
        await server.StopAsync();

        // act
        var watch = Stopwatch.StartNew();
        var writes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Record.ExceptionAsync(() => AddAsync(b, "during")).AsTask()));
        var read = await Record.ExceptionAsync(() => StoredAsync(b));
        var answers = await b.Get<HubDatabase>().AnswersAsync(CancellationToken.None);
        watch.Stop();
        await server.StartAgainAsync();
        await AddAsync(b, "after");

        // assert
        writes.ShouldAllBe(failure => failure is StorageUnavailableException);
        StorageFailures.In(read!).ShouldNotBeNull();
        answers.ShouldBeFalse();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
        (await StoredAsync(b)).ShouldBe(["before", "after"]);
        (await b.Get<HubDatabase>().AnswersAsync(CancellationToken.None)).ShouldBeTrue();
    }

    private static WriteGate Unlocked(PostgreSqlHubStore store) =>
        new(store.Get<IDbContextFactory<HubDbContext>>(), new UnlockedEngine(store.Get<IDatabaseEngine>()), store.Get<ErasureLedger>());

    private static AuditTrail TrailOf(PostgreSqlHubStore store, WriteGate gate) => new(
        gate, store.Get<IDbContextFactory<HubDbContext>>(), store.Get<MasterKey>(), store.Notices, store.Clock, NullLogger<AuditTrail>.Instance);

    private static Task AddAsync(PostgreSqlHubStore store, string name) =>
        store.Gate.WriteAsync((db, ct) => AddAsync(db, name, ct), CancellationToken.None);

    private static async Task AddAsync(HubDbContext db, string name, CancellationToken cancellationToken)
    {
        db.Registrants.Add(new RegistrantRow { Id = Guid.NewGuid(), Register = name, CreatedAt = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task<List<string>> StoredAsync(PostgreSqlHubStore store)
    {
        await using var db = await store.OpenAsync();
        return await db.Registrants.OrderBy(row => row.Key).Select(row => row.Register).ToListAsync();
    }
}
