using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.PersistenceTests;

/// <summary>What claims, leases and the fence promise, whatever database is under them.</summary>
public abstract class TaskClaimsTests : IAsyncLifetime
{
    private static readonly FulfillmentOptions options = new();

    private HubStore store = null!;

    private TaskClaims Claims => new(store.Gate, store.Get<IDbContextFactory<HubDbContext>>(), options, store.Clock);

    private DateTimeOffset Now => store.Clock.GetUtcNow();

    protected abstract Task<HubStore> CreateStoreAsync();

    public async ValueTask InitializeAsync() => store = await CreateStoreAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task ClaimAsync_Should_TakeWhatIsDueOldestFirst_When_SlotsAreFewer()
    {
        // arrange
        await AddAsync(Now);
        await AddAsync(Now - TimeSpan.FromMinutes(1));
        await AddAsync(Now + TimeSpan.FromSeconds(1));
        await AddAsync(Now, source: "billing");

        // act
        var one = await ClaimAsync("a", atMost: 1);
        var rest = await ClaimAsync("b", atMost: 8);

        // assert
        one.ShouldHaveSingleItem().TaskKey.ShouldBe(2);
        rest.ShouldHaveSingleItem().ShouldBe(rest[0] with { TaskKey = 1, Owner = "b", Fence = 1 });
        (await ClaimAsync("c", atMost: 8)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(TaskState.Waiting, WaitingCause.SourceDown, 1)]
    [InlineData(TaskState.Waiting, WaitingCause.SourceDelay, 1)]
    [InlineData(TaskState.Waiting, WaitingCause.Person, 0)]
    [InlineData(TaskState.Waiting, WaitingCause.Approval, 0)]
    [InlineData(TaskState.Final, null, 0)]
    [InlineData(TaskState.DeadLetter, null, 0)]
    public async Task ClaimAsync_Should_TakeOnlyWhatRunsByItself_When_Due(TaskState state, WaitingCause? cause, int claimed)
    {
        await AddAsync(Now, change: task => (task.State, task.WaitingCause) = (state, cause));

        (await ClaimAsync("a")).Count.ShouldBe(claimed);
    }

    [Fact]
    public async Task ClaimAsync_Should_TakeOneAfterTheOther_When_TasksAreOfOneRequestAtOneSource()
    {
        // arrange
        var request = await AddRequestAsync();
        await AddTaskAsync(request, Now, "crm", _ => { });
        await AddTaskAsync(request, Now - TimeSpan.FromHours(1), "crm", _ => { });

        // act
        var first = await ClaimAsync("a");
        await ChangeAsync(1, task => task.State = TaskState.Final);
        var second = await ClaimAsync("a");

        // assert
        first.ShouldHaveSingleItem().TaskKey.ShouldBe(1);
        second.ShouldHaveSingleItem().TaskKey.ShouldBe(2);
    }

    [Fact]
    public async Task ClaimAsync_Should_LeaveABulkErasureAlone_When_ItIsPaused()
    {
        // arrange
        var bulk = await AddBulkAsync();
        var request = await AddRequestAsync(bulk);
        await AddTaskAsync(request, Now, "crm", _ => { });
        await store.Gate.WriteAsync(async (db, ct) => (await db.BulkErasures.SingleAsync(ct)).Paused = true, CancellationToken.None);

        // act
        var paused = await ClaimAsync("a");
        var due = await Claims.DueSourcesAsync(Now, CancellationToken.None);
        await store.Gate.WriteAsync(async (db, ct) => (await db.BulkErasures.SingleAsync(ct)).Paused = false, CancellationToken.None);
        var resumed = await ClaimAsync("a");

        // assert
        paused.ShouldBeEmpty();
        due.ShouldBeEmpty();
        resumed.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ClaimAsync_Should_GiveATaskToOne_When_ManyAskAtOnce()
    {
        // arrange
        for (var number = 0; number < 20; number++)
        {
            await AddAsync(Now);
        }

        // act
        var claims = await Task.WhenAll(Enumerable.Range(0, 10).Select(worker => ClaimAsync($"worker-{worker}", atMost: 3)));

        // assert
        var claimed = claims.SelectMany(lease => lease).ToList();
        claimed.Count.ShouldBe(20);
        claimed.DistinctBy(lease => lease.TaskKey).Count().ShouldBe(20);
    }

    [Fact]
    public async Task ClaimAsync_Should_TakeOverWithAHigherFence_When_TheLeaseExpired()
    {
        // arrange
        await AddAsync(Now);
        var first = (await ClaimAsync("a")).Single();

        // act
        store.Clock.Advance(options.Lease - TimeSpan.FromSeconds(1));
        var early = await ClaimAsync("b");
        (await Claims.RenewAsync(first, CancellationToken.None)).ShouldBeTrue();
        store.Clock.Advance(TimeSpan.FromSeconds(2));
        var renewed = await ClaimAsync("b");
        store.Clock.Advance(options.Lease);
        var taken = await ClaimAsync("b");

        // assert
        early.ShouldBeEmpty();
        renewed.ShouldBeEmpty();
        taken.ShouldHaveSingleItem().Fence.ShouldBe(2);
        (await Claims.RenewAsync(first, CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task HoldAsync_Should_RefuseTheLateWriterOnly_When_AnotherHasTakenOver()
    {
        // arrange
        await AddAsync(Now);
        var late = (await ClaimAsync("a")).Single();
        store.Clock.Advance(options.Lease);
        var holder = (await ClaimAsync("a")).Single();

        // act
        var refused = WriteAsync(late, "late");
        await WriteAsync(holder, "holder");

        // assert
        await Should.ThrowAsync<LeaseLostException>(() => refused);
        (await TaskAsync(1)).Failure.ShouldBe("holder");
    }

    [Fact]
    public async Task HoldAsync_Should_Refuse_When_TheTaskWasStoppedMeanwhile()
    {
        await AddAsync(Now);
        var lease = (await ClaimAsync("a")).Single();
        await ChangeAsync(1, task => task.State = TaskState.Final);

        await Should.ThrowAsync<LeaseLostException>(() => WriteAsync(lease, "late"));
    }

    [Fact]
    public async Task NextDueAsync_Should_TellTheEarliest_When_SeveralWait()
    {
        await AddAsync(Now + TimeSpan.FromMinutes(2));
        await AddAsync(Now + TimeSpan.FromMinutes(1));
        await AddAsync(Now, source: "billing");

        (await Claims.NextDueAsync("shop", "crm", CancellationToken.None)).ShouldBe(Now + TimeSpan.FromMinutes(1));
        (await Claims.DueSourcesAsync(Now, CancellationToken.None)).ShouldBe([("shop", "billing")]);
    }

    private Task<IReadOnlyList<TaskLease>> ClaimAsync(string owner, int atMost = 8) =>
        Claims.ClaimAsync("shop", "crm", owner, atMost, CancellationToken.None);

    private Task WriteAsync(TaskLease lease, string failure) => store.Gate.WriteAsync(
        async (db, ct) => (await Claims.HoldAsync(db, lease, ct)).Failure = failure, CancellationToken.None);

    private async Task AddAsync(DateTimeOffset due, string source = "crm", Action<TaskRow>? change = null) =>
        await AddTaskAsync(await AddRequestAsync(), due, source, change ?? (_ => { }));

    private Task<long> AddBulkAsync() => store.Gate.WriteAsync(
        async (db, ct) =>
        {
            var bulk = new BulkErasureRow
            {
                Id = Guid.NewGuid(), Register = "shop", ClientRequestKey = "bulk", ContentHash = [1], Hash = "hash", Persons = 1,
                Purpose = "service", Skipped = "[]",
                RequestedBy = "officer", CreatedAt = Now,
            };
            db.BulkErasures.Add(bulk);
            await db.SaveChangesAsync(ct);
            return bulk.Key;
        },
        CancellationToken.None);

    private Task<long> AddRequestAsync(long? bulk = null) => store.Gate.WriteAsync(
        async (db, ct) =>
        {
            var request = new RequestRow
            {
                Id = Guid.NewGuid(), Register = "shop", Kind = DataSubjectRequestKind.Erasure, Status = RequestStatus.Running,
                RegistrantId = Guid.NewGuid(), ClientRequestKey = Guid.NewGuid().ToString(), ContentHash = [1], ReceivedAt = Now,
                Channel = Channel.Letter, DueOn = new(2026, 12, 2), Plan = "{}", PlanHash = "hash", RequestedBy = "officer",
                RequestedRole = "dpo", Purpose = "service", CreatedAt = Now, BulkKey = bulk,
            };
            db.Requests.Add(request);
            await db.SaveChangesAsync(ct);
            return request.Key;
        },
        CancellationToken.None);

    private Task AddTaskAsync(long request, DateTimeOffset due, string source, Action<TaskRow> change) => store.Gate.WriteAsync(
        (db, _) =>
        {
            var task = new TaskRow
            {
                Id = Guid.NewGuid(), RequestKey = request, Register = "shop", Source = source, Kind = DataSubjectRequestKind.Erasure,
                State = TaskState.Accepted, DueAt = due, After = "",
            };
            change(task);
            db.Tasks.Add(task);
            return Task.CompletedTask;
        },
        CancellationToken.None);

    private Task ChangeAsync(long key, Action<TaskRow> change) => store.Gate.WriteAsync(
        async (db, ct) => change(await db.Tasks.SingleAsync(task => task.Key == key, ct)), CancellationToken.None);

    private async Task<TaskRow> TaskAsync(long key)
    {
        await using var db = await store.OpenAsync();
        return await db.Tasks.SingleAsync(task => task.Key == key);
    }
}
