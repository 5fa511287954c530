using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.PostgreSql;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.PersistenceTests.PostgreSql;

/// <summary>What nodes over one database hear of each other, leave to each other, and must agree about.</summary>
public sealed class OtherNodesTests : IAsyncLifetime
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryDirectory directory = new();

    // Of its own: a test stops it.
    private readonly PostgreSqlServer server = new();
    private string database = null!;
    private PostgreSqlHubStore a = null!;
    private PostgreSqlHubStore b = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await server.CreateDatabaseAsync();
        a = await PostgreSqlHubStore.CreateAsync(directory, database, "a");
        b = await PostgreSqlHubStore.CreateAsync(directory, database, "b");
    }

    public async ValueTask DisposeAsync()
    {
        await a.DisposeAsync();
        await b.DisposeAsync();
        await server.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task Listener_Should_TellOfTheCommit_When_AnotherNodeChangesARequest()
    {
        // arrange
        var request = await AddRequestAsync();
        var (heard, listening) = (new TaskCompletionSource<Guid>(), new TaskCompletionSource());
        b.Get<OtherNodes>().Changed += requests => heard.TrySetResult(requests.Single());
        b.Get<OtherNodes>().Missed += () => listening.TrySetResult();
        using var listener = Listener();
        await listener.StartAsync(Token);
        await listening.Task.WaitAsync(patience, Token);

        // act: one that is undone, and one that is committed
        await Record.ExceptionAsync(() => ChangeAsync(fail: true));
        heard.Task.IsCompleted.ShouldBeFalse();
        await ChangeAsync(fail: false);

        // assert
        (await heard.Task.WaitAsync(patience, Token)).ShouldBe(request);
        await listener.StopAsync(Token);
    }

    [Fact]
    public async Task Listener_Should_HaveEverybodyLookAgain_When_ItsConnectionWasLost()
    {
        // arrange
        using var missed = new SemaphoreSlim(0);
        b.Get<OtherNodes>().Missed += () => missed.Release();
        using var listener = Listener();
        await listener.StartAsync(Token);
        (await missed.WaitAsync(patience, Token)).ShouldBeTrue();

        // act
        await server.StopAsync();
        await server.StartAgainAsync();

        // assert
        (await missed.WaitAsync(patience, Token)).ShouldBeTrue();
        await listener.StopAsync(Token);
    }

    [Fact]
    public async Task TryTakeAsync_Should_GiveWorkToOneNode_When_BothAsk()
    {
        var taken = await a.Get<HubDatabase>().TryTakeAsync("sweep/telecom", Token);
        var refused = await b.Get<HubDatabase>().TryTakeAsync("sweep/telecom", Token);
        await using var other = await b.Get<HubDatabase>().TryTakeAsync("sweep/studio", Token);
        await taken!.DisposeAsync();
        await using var after = await b.Get<HubDatabase>().TryTakeAsync("sweep/telecom", Token);

        refused.ShouldBeNull();
        other.ShouldNotBeNull();
        after.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-2, true)]
    [InlineData(10, false)]
    [InlineData(-10, false)]
    public async Task Clock_Should_BeRefused_When_ItIsFurtherOffThanLeasesBear(int seconds, bool tolerable)
    {
        // arrange
        using var skew = new ClockSkew(
            a.Get<IDatabaseEngine>(), a.Get<IDbContextFactory<HubDbContext>>(), a.Get<HubNode>(), new OffClock(TimeSpan.FromSeconds(seconds)), NullLogger<ClockSkew>.Instance);

        // act
        var refusal = await Record.ExceptionAsync(() => skew.StartingAsync(Token));

        // assert
        skew.IsTolerable.ShouldBe(tolerable);
        skew.Last.TotalSeconds.ShouldBe(seconds, tolerance: 1.5);
        (refusal is null).ShouldBe(tolerable);
        refusal?.Message.ShouldContain("Synchronise it");
    }

    private PostgreSqlListener Listener() => new(database, b.Get<OtherNodes>(), NullLogger<PostgreSqlListener>.Instance);

    private Task<Guid> AddRequestAsync() => a.Gate.WriteAsync(
        (db, _) =>
        {
            var request = new RequestRow
            {
                Id = Guid.NewGuid(), Register = "shop", Kind = DataSubjectRequestKind.Erasure, Status = RequestStatus.Running,
                RegistrantId = Guid.NewGuid(), ClientRequestKey = "one", ContentHash = [1], ReceivedAt = a.Clock.GetUtcNow(),
                Channel = Channel.Letter, DueOn = new(2026, 12, 2), Plan = "{}", PlanHash = "hash", RequestedBy = "officer",
                RequestedRole = "dpo", Purpose = "service", CreatedAt = a.Clock.GetUtcNow(),
            };
            db.Requests.Add(request);
            return Task.FromResult(request.Id);
        },
        Token);

    private Task ChangeAsync(bool fail) => a.Gate.WriteAsync(
        async (db, ct) =>
        {
            (await db.Requests.SingleAsync(ct)).Reason = "It changed.";
            await db.SaveChangesAsync(ct);
            if (fail)
            {
                await db.Database.ExecuteSqlRawAsync("SELECT 1 / 0", ct);
            }
        },
        Token);

    /// <summary>The machine's clock, off by some time.</summary>
    private sealed class OffClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
