using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;
using static PersonalDataHub.Hub.Tests.Requests.Fulfillment.Acceptance;

namespace PersonalDataHub.Hub.Tests.Requests.Fulfillment;

/// <summary>Work that a source takes to do later, for months if need be: polled at its stated times or called back, and held by nobody.</summary>
public sealed class PendingWorkTests
{
    private const string TwoMonths = "pending-for 5184000";
    private static readonly (string, string) hub = (nameof(FulfillmentOptions.CallbackAddress), "https://hub.example.org");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunDueAsync_Should_HoldNothingUntilTheStatedTime_When_TheSourceTakesMonths()
    {
        // arrange
        await using var room = await CorrectPhoneAsync([TwoMonths]);
        await room.RunAsync();
        var waiting = await room.TaskAsync();

        // act
        room.Clock.Advance(TimeSpan.FromDays(59));
        var early = await room.RunAsync();
        room.Clock.Advance(TimeSpan.FromDays(1));
        var late = await room.RunAsync();

        // assert
        (waiting.State, waiting.WaitingCause, waiting.LeaseOwner, waiting.LeaseUntil).ShouldBe((TaskState.Waiting, WaitingCause.SourceDelay, null, null));
        (early, late).ShouldBe((0, 1));
        (await room.ItemsAsync()).Single().Outcome.ShouldBe(Outcome.Verified);
        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.Done);
    }

    [Fact]
    public async Task RunDueAsync_Should_AskAgainAndNotGiveUp_When_TheSourceSaysThatItIsPendingStill()
    {
        // arrange
        await using var room = await CorrectPhoneAsync(["pending-for 60", "overdue 86400"], (nameof(FulfillmentOptions.ReadBackRounds), "2"));
        await room.RunAsync();

        // act
        for (var day = 0; day < 5; day++)
        {
            room.Clock.Advance(TimeSpan.FromDays(1));
            await room.RunAsync();
        }

        var waiting = await room.TaskAsync();
        room.Switch("crm");
        room.Clock.Advance(TimeSpan.FromDays(1));
        await room.RunAsync();

        // assert
        (waiting.State, waiting.WaitingCause, waiting.Strikes).ShouldBe((TaskState.Waiting, WaitingCause.SourceDelay, 0));
        waiting.WaitingUntil.ShouldBe(room.Clock.GetUtcNow());
        room.Effects().ShouldBe(["rectify 0"]);
        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.Done);
    }

    [Fact]
    public async Task RunDueAsync_Should_GiveUp_When_TheSourceSaysThatItIsDoneAndItIsNot()
    {
        // The control of the test above: what is not pending any more has to show.
        await using var room = await CorrectPhoneAsync(["pending-for 60"], (nameof(FulfillmentOptions.ReadBackRounds), "2"));
        await room.RunAsync();
        room.Ledger("DELETE FROM pending");

        await room.RunForAsync(TimeSpan.FromHours(3));

        (await room.TaskAsync()).State.ShouldBe(TaskState.DeadLetter);
    }

    [Fact]
    public async Task CameAsync_Should_HaveTheSourceLookedAtNow_When_TheTokenIsTheTasks()
    {
        // arrange
        await using var room = await CorrectPhoneAsync([TwoMonths], hub);
        await room.RunAsync();
        var task = await room.TaskAsync();
        var callback = room.Get<CallbackTokens>().Of(task.Id).ShouldNotBeNull();

        // act
        var stranger = await room.Get<TaskCallbacks>().CameAsync(task.Id, callback.Token[..^1] + "x", Cancellation);
        var otherTask = await room.Get<TaskCallbacks>().CameAsync(Guid.NewGuid(), callback.Token, Cancellation);
        var unmoved = await room.RunAsync();
        room.Ledger("UPDATE pending SET due = 0");
        var came = await room.Get<TaskCallbacks>().CameAsync(task.Id, callback.Token, Cancellation);
        await room.RunAsync();

        // assert
        (stranger, otherTask, unmoved, came).ShouldBe((false, false, 0, true));
        callback.Address.ShouldBe(new Uri($"https://hub.example.org/callbacks/{task.Id}"));
        room.Woken.ShouldContain(("shop", "crm"));
        (await room.AuditedAsync()).ShouldContain("sourceCalledBack looked");
        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.Done);
        (await room.Get<TaskCallbacks>().CameAsync(task.Id, callback.Token, Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task CameAsync_Should_BelieveNothing_When_TheSourceHasNotDoneIt()
    {
        await using var room = await CorrectPhoneAsync([TwoMonths], hub);
        await room.RunAsync();
        var task = await room.TaskAsync();

        await room.Get<TaskCallbacks>().CameAsync(task.Id, room.Get<CallbackTokens>().Of(task.Id)!.Token, Cancellation);
        await room.RunAsync();

        (await room.ItemsAsync()).Single().Outcome.ShouldBe(Outcome.Deferred);
        (await room.TaskAsync()).WaitingCause.ShouldBe(WaitingCause.SourceDelay);
        room.Effects().ShouldBeEmpty();
    }
}
