using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Bulk;

namespace PersonalDataHub.Hub.Tests.Requests.Bulk;

public sealed class BulkErasuresTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Submit_Should_TellEveryMistakeByItsPlace_When_PeopleAreUnknownOrNamedTwice()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();

        // act
        var refused = await Should.ThrowAsync<RequestException>(() => SubmitAsync(room, ["10001", "99998", "10001", "99999"]));

        // assert
        refused.Mistakes.Select(mistake => (mistake.Code, mistake.About)).ShouldBe(
        [
            (RequestMistakes.UnknownRegistrant, "registrants[1]"),
            (RequestMistakes.UnknownRegistrant, "registrants[3]"),
            (RequestMistakes.DuplicateRegistrant, "registrants[2]"),
        ]);
        await using var db = await room.DatabaseAsync();
        (await db.Requests.CountAsync(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task Submit_Should_LeaveOutAndReport_When_UnknownPeopleMayBeSkipped()
    {
        await using var room = await RequestRoom.OpenAsync();

        var bulk = await SubmitAsync(room, ["10001", "99998", "10002"], skipUnknown: true);

        bulk.Persons.ShouldBe(2);
        bulk.Skipped.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            skipped => skipped.Position.ShouldBe(1), skipped => skipped.Code.ShouldBe(RequestMistakes.UnknownRegistrant));
    }

    [Fact]
    public async Task Submit_Should_RefuseAScopeOfOnePerson_When_ItIsForMany()
    {
        await using var room = await RequestRoom.OpenAsync();

        var refused = await Should.ThrowAsync<RequestException>(() => room.Get<BulkErasures>().SubmitAsync(
            HeaderOf(room) with { PerMinute = 0 }, [], new(new Scope.Fields(["one"]), ErasureGround.Objection), RequestRoom.Officer, Cancellation));

        refused.Mistakes.Select(mistake => mistake.About).ShouldBe(["registrants", "perMinute", "scope"]);
    }

    [Fact]
    public async Task Submit_Should_GoOn_When_ACrashCutItShort()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var first = await SubmitAsync(room, ["10001", "10002", "10003"]);
        await ForgetLastAsync(room);

        // act
        var refused = await Should.ThrowAsync<RequestException>(() => ApproveAsync(room, first));
        var again = await SubmitAsync(room, ["10001", "10002", "10003"]);
        var once = await SubmitAsync(room, ["10001", "10002", "10003"]);

        // assert
        refused.Mistakes.ShouldHaveSingleItem().Code.ShouldBe(RequestMistakes.NotAwaitingApproval);
        (again.Id, again.Hash, again.Persons).ShouldBe((first.Id, first.Hash, 3));
        once.RequestCounts.ShouldBe([new(RequestStatus.AwaitingApproval, 3)]);
        (await Should.ThrowAsync<RequestException>(() => SubmitAsync(room, ["10001"]))).Mistakes[0].Code.ShouldBe(RequestMistakes.KeyReused);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task Approve_Should_StartNothing_When_HashOrNumberIsNotWhatWouldBeDone(bool wrongHash, int more)
    {
        await using var room = await RequestRoom.OpenAsync();
        var bulk = await SubmitAsync(room, ["10001", "10002"]);

        var refused = await Should.ThrowAsync<RequestException>(() => room.Get<BulkErasures>().ApproveAsync(
            bulk.Id, wrongHash ? "another" : bulk.Hash!, bulk.Persons + more, RequestRoom.Officer, Cancellation));

        refused.Mistakes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            mistake => mistake.Code.ShouldBe(RequestMistakes.PlanChanged), mistake => mistake.About.ShouldBe(bulk.Hash));
        (await room.RunAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Approve_Should_ErasePeopleTogether_When_ItNamesWhatWouldBeDone()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var bulk = await SubmitAsync(room, ["10001", "10002", "10003"]);

        // act
        var approved = await ApproveAsync(room, bulk);
        var again = await ApproveAsync(room, bulk);
        var run = await room.RunAsync();

        // assert
        approved.Status.ShouldBe(BulkErasureStatus.Running);
        again.ApprovedAt.ShouldBe(approved.ApprovedAt);
        run.ShouldBe(3);
        var done = (await room.Get<BulkErasures>().FindAsync(bulk.Id, RequestRoom.Officer, Cancellation)).ShouldNotBeNull();
        done.Status.ShouldBe(BulkErasureStatus.Done);
        done.RequestCounts.ShouldBe([new(RequestStatus.Done, 3)]);
    }

    [Fact]
    public async Task Approve_Should_CountWhoIsLeft_When_OneRequestWasWithdrawn()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var bulk = await SubmitAsync(room, ["10001", "10002"]);
        var one = (await MembersAsync(room, bulk))[0];

        // act
        await room.Get<Withdrawal>().WithdrawAsync(one.Id, "a customer again", undo: false, null, RequestRoom.Officer, Cancellation);
        await Should.ThrowAsync<RequestException>(() => ApproveAsync(room, bulk));
        var now = (await room.Get<BulkErasures>().FindAsync(bulk.Id, RequestRoom.Officer, Cancellation)).ShouldNotBeNull();
        await ApproveAsync(room, now);

        // assert
        now.Persons.ShouldBe(1);
        (await room.RunAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task ApprovePlan_Should_BeRefused_When_TheBulkAwaitsApproval()
    {
        await using var room = await RequestRoom.OpenAsync();
        var bulk = await SubmitAsync(room, ["10001", "10002"]);
        var one = (await MembersAsync(room, bulk))[0];

        var refused = await Should.ThrowAsync<RequestException>(() => room.ApproveAsync(one));

        refused.Mistakes.ShouldHaveSingleItem().Code.ShouldBe(RequestMistakes.NotAwaitingApproval);
    }

    [Fact]
    public async Task Pause_Should_BeginNothing_When_TasksAreDue()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var erasures = room.Get<BulkErasures>();
        var bulk = await ApproveAsync(room, await SubmitAsync(room, ["10001", "10002", "10003"], perMinute: 1));
        var first = await room.RunAsync();

        // act
        var paused = await erasures.PauseAsync(bulk.Id, null, RequestRoom.Officer, Cancellation);
        room.Clock.Advance(TimeSpan.FromHours(1));
        var during = await room.RunAsync();
        await erasures.ResumeAsync(bulk.Id, null, RequestRoom.Officer, Cancellation);
        var after = await room.RunAsync();

        // assert
        paused.Status.ShouldBe(BulkErasureStatus.Paused);
        (first, during, after).ShouldBe((1, 0, 1));
        room.Clock.Advance(TimeSpan.FromMinutes(1));
        (await room.RunAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Approve_Should_StartOnce_When_ItIsDeliveredManyTimesAtOnce()
    {
        await using var room = await RequestRoom.OpenAsync();
        var bulk = await SubmitAsync(room, ["10001", "10002", "10003"]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ApproveAsync(room, bulk)));

        answers.Select(answer => answer.ApprovedAt).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        (await room.RunAsync()).ShouldBe(3);
    }

    [Theory]
    [InlineData("key", BulkErasureStatus.Running, BulkErasureStatus.Paused)]
    [InlineData(null, BulkErasureStatus.Paused, BulkErasureStatus.Running)]
    public async Task Pause_Should_DecideOnceUnderOneKey_When_SomebodyDecidedOtherwiseMeanwhile(
        string? key, BulkErasureStatus afterPause, BulkErasureStatus afterResume)
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var erasures = room.Get<BulkErasures>();
        var bulk = await ApproveAsync(room, await SubmitAsync(room, ["10001", "10002", "10003"], perMinute: 1));

        // act
        await erasures.PauseAsync(bulk.Id, key, RequestRoom.Officer, Cancellation);
        await erasures.ResumeAsync(bulk.Id, null, RequestRoom.Officer, Cancellation);
        var pausedAgain = await erasures.PauseAsync(bulk.Id, key, RequestRoom.Officer, Cancellation);
        await erasures.ResumeAsync(bulk.Id, key + "2", RequestRoom.Officer, Cancellation);
        await erasures.PauseAsync(bulk.Id, null, RequestRoom.Officer, Cancellation);
        var resumedAgain = await erasures.ResumeAsync(bulk.Id, key is null ? null : key + "2", RequestRoom.Officer, Cancellation);

        // assert
        (pausedAgain.Status, resumedAgain.Status).ShouldBe((afterPause, afterResume));
    }

    [Fact]
    public async Task Plan_Should_ShowEverybodysRecordsTogether_When_ItIsLookedAt()
    {
        await using var room = await RequestRoom.OpenAsync();
        var bulk = await SubmitAsync(room, ["10001", "10002", "10003"]);

        var plan = await room.Get<BulkErasures>().PlanOfAsync(bulk, Cancellation);

        plan.Items.ShouldHaveSingleItem().Records.ShouldBe(3);
        plan.NotReached.ShouldBeEmpty();
    }

    private static BulkHeader HeaderOf(RequestRoom room) => new()
    {
        Register = "shop",
        ClientRequestKey = "spring cleaning",
        ReceivedAt = room.Clock.GetUtcNow(),
        Channel = Channel.Internal,
        Purpose = "service",
    };

    private static Task<BulkErasure> SubmitAsync(RequestRoom room, string[] customers, bool skipUnknown = false, int? perMinute = null) =>
        room.Get<BulkErasures>().SubmitAsync(
            HeaderOf(room) with { SkipUnknown = skipUnknown, PerMinute = perMinute },
            [.. customers.Select(customer => new RegistrantKey.ByCustomerId(customer))],
            new(new Scope.All(), ErasureGround.NoLongerNecessary),
            RequestRoom.Officer,
            Cancellation);

    private static Task<BulkErasure> ApproveAsync(RequestRoom room, BulkErasure bulk) => room.Get<BulkErasures>().ApproveAsync(
        bulk.Id, bulk.Hash!, bulk.Persons, RequestRoom.Officer, Cancellation);

    private static async Task<IReadOnlyList<DataSubjectRequest>> MembersAsync(RequestRoom room, BulkErasure bulk) =>
        (await room.Get<RequestReader>().ListAsync(
            new() { Register = "shop", Bulk = bulk.Id }, "service", RequestRoom.Officer, Cancellation)).Requests;

    // What is there when the hub ends while it stores the last of them.
    private static async Task ForgetLastAsync(RequestRoom room)
    {
        await using var db = await room.DatabaseAsync();
        var last = await db.Requests.MaxAsync(row => row.Key, Cancellation);
        await db.TaskItems.Where(item => db.Tasks.Any(task => task.Key == item.TaskKey && task.RequestKey == last)).ExecuteDeleteAsync(Cancellation);
        await db.Tasks.Where(task => task.RequestKey == last).ExecuteDeleteAsync(Cancellation);
        await db.RequestKeys.Where(row => row.RequestKey == last).ExecuteDeleteAsync(Cancellation);
        await db.RequestSubjects.Where(row => row.RequestKey == last).ExecuteDeleteAsync(Cancellation);
        await db.Requests.Where(row => row.Key == last).ExecuteDeleteAsync(Cancellation);
        await db.BulkErasures.ExecuteUpdateAsync(set => set.SetProperty(row => row.Hash, "").SetProperty(row => row.Persons, 0), Cancellation);
    }
}
