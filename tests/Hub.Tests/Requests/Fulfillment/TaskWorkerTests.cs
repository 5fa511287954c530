using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;
using static PersonalDataHub.Hub.Tests.Requests.Fulfillment.Acceptance;

namespace PersonalDataHub.Hub.Tests.Requests.Fulfillment;

/// <summary>Tasks are carried out, retried, read back and given up as the sources behave.</summary>
public sealed class TaskWorkerTests
{
    [Fact]
    public async Task RunDueAsync_Should_ChangeTheSourceAndVerify_When_ItAnswers()
    {
        // arrange
        await using var room = await CorrectPhoneAsync();

        // act
        var run = await room.RunAsync();

        // assert
        run.ShouldBe(1);
        room.Ledger("SELECT phone FROM account WHERE key = '10001-1'").ShouldBe(["+358400000099"]);
        (await room.ItemsAsync()).ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Verified);
        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.Done);
        (await room.AuditedAsync()).ShouldBe(["fulfillTask told", "fulfillTask readBack", "endRequest done"]);
    }

    [Fact]
    public async Task RunDueAsync_Should_DestroyWhatTheRequestKept_When_ItEnds()
    {
        await using var room = await CorrectPhoneAsync();

        await room.RunAsync();

        (await room.LookAsync(db => db.RequestKeys.CountAsync())).ShouldBe(0);
        (await room.ItemsAsync()).ShouldHaveSingleItem().Previous.ShouldBeNull();
        (await room.RequestAsync()).EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task RunDueAsync_Should_WaitEverLongerAndGoOn_When_TheSourceIsDown()
    {
        // arrange
        await using var room = await CorrectPhoneAsync(["down 3"]);
        var waits = new List<double>();

        // act
        for (var round = 0; round < 3; round++)
        {
            (await room.RunAsync()).ShouldBe(1);
            (await room.RunAsync()).ShouldBe(0);
            var task = await room.TaskAsync();
            task.WaitingCause.ShouldBe(WaitingCause.SourceDown);
            waits.Add((task.WaitingUntil!.Value - room.Clock.GetUtcNow()).TotalSeconds);
            room.Clock.Advance(task.WaitingUntil.Value - room.Clock.GetUtcNow());
        }

        await room.RunAsync();

        // assert
        waits[0].ShouldBeInRange(0.5, 1);
        waits[1].ShouldBeInRange(1, 2);
        waits[2].ShouldBeInRange(2, 4);
        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.Done);
        room.Effects().ShouldBe(["rectify 0"]);
    }

    [Fact]
    public async Task RunDueAsync_Should_NeverGiveUp_When_TheSourceStaysDown()
    {
        await using var room = await CorrectPhoneAsync(["down"]);

        for (var round = 0; round < 20; round++)
        {
            await room.RunAsync();
            room.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        var task = await room.TaskAsync();
        task.State.ShouldBe(TaskState.Waiting);
        (task.WaitingUntil! - room.Clock.GetUtcNow()).Value.ShouldBeLessThanOrEqualTo(TimeSpan.Zero);
        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.Running);
    }

    [Fact]
    public async Task RunDueAsync_Should_GiveUpForAPerson_When_TheConnectorKeepsFailing()
    {
        // arrange
        await using var room = await CorrectPhoneAsync(["broken"]);

        // act
        await room.RunForAsync(TimeSpan.FromMinutes(5));
        var given = await room.TaskAsync();
        var stood = await room.RequestAsync();
        room.Switch("crm");
        await room.Get<TaskDecisions>().RetryAsync(given.Id, null, Officer.Caller, TestContext.Current.CancellationToken);
        await room.RunAsync();

        // assert
        given.State.ShouldBe(TaskState.DeadLetter);
        given.Attempt.ShouldBe(5);
        stood.Status.ShouldBe(RequestStatus.NeedsPerson);
        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.Done);
    }

    [Fact]
    public async Task RunDueAsync_Should_ReadBackAfterTheDelay_When_TheSourceActsLater()
    {
        // arrange
        await using var room = await CorrectPhoneAsync(["pending-for 60"]);

        // act
        await room.RunAsync();
        var waiting = await room.TaskAsync();
        var deferred = (await room.ItemsAsync()).Single();
        room.Clock.Advance(TimeSpan.FromSeconds(60));
        await room.RunAsync();

        // assert
        waiting.WaitingCause.ShouldBe(WaitingCause.SourceDelay);
        deferred.Outcome.ShouldBe(Outcome.Deferred);
        deferred.Token.ShouldNotBeNull();
        (await room.ItemsAsync()).Single().Outcome.ShouldBe(Outcome.Verified);
        room.Effects().ShouldBe(["rectify 0"]);
    }

    [Fact]
    public async Task RunDueAsync_Should_NeverSayVerified_When_TheSourceLies()
    {
        // arrange
        await using var room = await CorrectPhoneAsync(["lies"], (nameof(FulfillmentOptions.ReadBackRounds), "3"));

        // act
        await room.RunForAsync(TimeSpan.FromMinutes(5));

        // assert
        (await room.TaskAsync()).State.ShouldBe(TaskState.DeadLetter);
        (await room.ItemsAsync()).Single().Outcome.ShouldBe(Outcome.Failed);
        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.NeedsPerson);
        room.Ledger("SELECT count(*) FROM log WHERE operation = 'rectify'").ShouldBe(["1"]);
    }

    [Fact]
    public async Task RunDueAsync_Should_ChangeNothingAndAskAPerson_When_TheSourceHoldsSomethingElse()
    {
        await using var room = await CorrectPhoneAsync(["conflict"]);

        await room.RunAsync();

        (await room.ItemsAsync()).Single().Outcome.ShouldBe(Outcome.Conflict);
        (await room.TaskAsync()).WaitingCause.ShouldBe(WaitingCause.Person);
        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.NeedsPerson);
        room.Effects().ShouldBeEmpty();
    }

    [Fact]
    public async Task RunDueAsync_Should_HaveOneEffect_When_TheReplyIsLost()
    {
        await using var room = await CorrectPhoneAsync(["lost-reply 1"], (nameof(FulfillmentOptions.ReadBeforeWrite), "false"));

        await room.RunForAsync(TimeSpan.FromMinutes(1));

        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.Done);
        room.Effects().ShouldBe(["rectify 0"]);
        room.Ledger("SELECT max(fence) FROM log").ShouldBe(["2"]);
    }

    [Fact]
    public async Task RunDueAsync_Should_TakeUpWhatADeadWorkerHeld_When_ItsLeaseExpired()
    {
        // arrange
        await using var room = await CorrectPhoneAsync();
        await room.Get<TaskClaims>().ClaimAsync("shop", "crm", "dead", 1, TestContext.Current.CancellationToken);

        // act
        var early = await room.RunAsync();
        room.Clock.Advance(new FulfillmentOptions().Lease);
        var late = await room.RunAsync();

        // assert
        early.ShouldBe(0);
        late.ShouldBe(1);
        (await room.TaskAsync()).Fence.ShouldBe(2);
        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.Done);
    }

    [Fact]
    public async Task RestAsync_Should_RefuseTheLateWriterOnly_When_AnotherTookOver()
    {
        // arrange
        await using var room = await CorrectPhoneAsync();
        var claims = room.Get<TaskClaims>();
        var late = (await claims.ClaimAsync("shop", "crm", "late", 1, TestContext.Current.CancellationToken)).Single();
        room.Clock.Advance(new FulfillmentOptions().Lease);
        var holder = (await claims.ClaimAsync("shop", "crm", "holder", 1, TestContext.Current.CancellationToken)).Single();
        var recorder = room.Get<TaskRecorder>();

        // act
        var refused = recorder.GivenUpAsync(late, "late", TestContext.Current.CancellationToken);

        // assert
        await Should.ThrowAsync<LeaseLostException>(() => refused);
        (await room.TaskAsync()).State.ShouldBe(TaskState.Executing);
        (await room.AuditedAsync()).ShouldBeEmpty();
        await recorder.GivenUpAsync(holder, "holder", TestContext.Current.CancellationToken);
        (await room.TaskAsync()).Failure.ShouldBe("holder");
    }

    [Fact]
    public async Task RunDueAsync_Should_CorrectUpstreamFirst_When_ItFeedsAnother()
    {
        // arrange
        await using var room = await FulfillmentRoom.CreateAsync();
        await room.AcceptAsync(new RectificationContent([]), Share("billing", Phone()) with { After = ["crm"] }, Share("crm", Phone()));

        // act
        var early = await room.RunAsync("billing");
        await room.RunAsync("crm");
        var late = await room.RunAsync("billing");

        // assert
        early.ShouldBe(0);
        room.Woken.ShouldBe([("shop", "billing")]);
        late.ShouldBe(1);
        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.Done);
    }

    [Fact]
    public async Task RunDueAsync_Should_WaitWithTheReason_When_TheSourceIsNotConfigured()
    {
        await using var room = await FulfillmentRoom.CreateAsync();
        await room.AcceptAsync(new RectificationContent([]), Share("gone", Phone()));

        await room.RunAsync("gone");

        var task = await room.TaskAsync("gone");
        task.WaitingCause.ShouldBe(WaitingCause.SourceDown);
        task.Failure.ShouldBe("The source is not configured any more.");
    }

    [Theory]
    [InlineData("true", 1)]
    [InlineData("false", 2)]
    public async Task RunDueAsync_Should_HaveOneEffectOnlyByReadingFirst_When_TheSourceKnowsNoTaskKeys(string readBeforeWrite, int effects)
    {
        await using var room = await CorrectPhoneAsync(["lost-reply 1", "repeats"], (nameof(FulfillmentOptions.ReadBeforeWrite), readBeforeWrite));

        await room.RunForAsync(TimeSpan.FromMinutes(1));

        room.Effects().Count.ShouldBe(effects);
        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.Done);
    }

    [Fact]
    public async Task RunDueAsync_Should_WaitForTheOpening_When_TheSourceHasHours()
    {
        // arrange
        await using var room = await FulfillmentRoom.CreateAsync();
        var hour = (room.Clock.GetUtcNow().Hour + 5) % 24;
        room.Write("shop/crm.yaml", $"connector: ledger\nname: CRM\nsettings: {{ file: crm.db, persons: 3, accountsEach: 2, openHour: {hour} }}\n");
        await room.AcceptAsync(new RectificationContent([]), Share("crm", Phone()));

        // act
        await room.RunAsync();
        var waiting = await room.TaskAsync();
        var tables = room.Ledger("SELECT count(*) FROM sqlite_master");
        room.Clock.Advance(waiting.DueAt!.Value - room.Clock.GetUtcNow());
        await room.RunAsync();

        // assert
        (waiting.WaitingCause, waiting.WaitingUntil!.Value.Hour, waiting.Attempt).ShouldBe((WaitingCause.SourceDelay, hour, 0));
        tables.ShouldBe(["0"], "The ledger makes its tables when it is first called.");
        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.Done);
    }
}
