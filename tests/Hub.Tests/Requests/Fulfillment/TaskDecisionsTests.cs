using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Planning;
using static PersonalDataHub.Hub.Tests.Requests.Fulfillment.Acceptance;

namespace PersonalDataHub.Hub.Tests.Requests.Fulfillment;

/// <summary>What an officer may decide about a task, and what is believed.</summary>
public sealed class TaskDecisionsTests
{
    private static readonly ErasureContent paper = new(new Scope.All(), ErasureGround.NoLongerNecessary);

    [Fact]
    public async Task CompleteAsync_Should_BelieveTheSource_When_ItStillHoldsWhatWasSaidToBeGone()
    {
        // arrange
        await using var room = await WaitingForTheKeeperAsync();
        var task = await room.TaskAsync("paper");

        // act
        var early = await Should.ThrowAsync<RequestException>(() => CompleteAsync(room, task.Id));
        room.Write("shop/paper.csv", "# none\n");
        await CompleteAsync(room, task.Id);

        // assert
        task.Instruction!.ShouldContain("keeper@example.test");
        early.Mistakes.ShouldHaveSingleItem().Code.ShouldBe(RequestMistakes.SourceDisagrees);
        (await room.ItemsAsync("paper")).Single().Outcome.ShouldBe(Outcome.Verified);
        (await room.TaskAsync("paper")).CompletedBy.ShouldBe("officer");
        (await room.AuditedAsync()).ShouldContain("completeTask done");
    }

    [Fact]
    public async Task AssignAsync_Should_LeaveTheTaskOpen_When_TheSourceShowsItDoneAndNobodyHasSaidSo()
    {
        // arrange
        await using var room = await WaitingForTheKeeperAsync();
        var task = await room.TaskAsync("paper");

        // act
        await room.Get<TaskDecisions>().AssignAsync(task.Id, "Archive", null, Officer.Caller, TestContext.Current.CancellationToken);
        room.Write("shop/paper.csv", "# none\n");
        await room.RunForAsync(TimeSpan.FromMinutes(30), "paper");

        // assert
        var open = await room.TaskAsync("paper");
        (open.AssignedTo, open.State, open.WaitingCause, open.Instruction).ShouldBe(("Archive", TaskState.Waiting, WaitingCause.Person, task.Instruction));
        (await room.AuditedAsync()).ShouldContain("assignTask done");
        await CompleteAsync(room, task.Id);
        (await room.TaskAsync("paper")).CompletedBy.ShouldBe("officer");
    }

    [Fact]
    public async Task CompleteAsync_Should_KeepTheEvidenceSealed_When_Given()
    {
        await using var room = await WaitingForTheKeeperAsync();
        room.Write("shop/paper.csv", "# none\n");

        await CompleteAsync(room, (await room.TaskAsync("paper")).Id);

        var evidence = (await room.TaskAsync("paper")).Evidence.ShouldNotBeNull();
        System.Text.Encoding.UTF8.GetString(evidence).ShouldNotContain("letter");
    }

    [Fact]
    public async Task CompleteAsync_Should_CountByEvidence_When_TheSourceCannotBeRead()
    {
        await using var room = await WaitingForTheKeeperAsync();
        room.Remove("shop/paper.csv");

        await CompleteAsync(room, (await room.TaskAsync("paper")).Id);

        (await room.ItemsAsync("paper")).Single().Outcome.ShouldBe(Outcome.Applied);
        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.Done);
    }

    [Fact]
    public async Task SkipAsync_Should_EndTheTaskWithTheGround_When_APersonExcusesIt()
    {
        await using var room = await CorrectPhoneAsync(["conflict"]);
        await room.RunAsync();

        await room.Get<TaskDecisions>().SkipAsync((await room.TaskAsync()).Id, "Number in use", null, Officer.Caller, TestContext.Current.CancellationToken);

        var item = (await room.ItemsAsync()).Single();
        (item.Outcome, item.Reason).ShouldBe((Outcome.Refused, "Number in use"));
        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.Done);
    }

    [Fact]
    public async Task RetryAsync_Should_TellTheSourceAgain_When_ItLiedBefore()
    {
        // arrange
        await using var room = await CorrectPhoneAsync(["lies"], (nameof(FulfillmentOptions.ReadBackRounds), "1"));
        await room.RunAsync();
        room.Switch("crm");

        // act
        await room.Get<TaskDecisions>().RetryAsync((await room.TaskAsync()).Id, null, Officer.Caller, TestContext.Current.CancellationToken);
        await room.RunAsync();

        // assert
        room.Woken.ShouldBe([("shop", "crm")]);
        room.Effects().ShouldBe(["rectify 0"]);
        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.Done);
    }

    [Theory]
    [InlineData("tool", "shop", RequestMistakes.Forbidden)]
    [InlineData("dpo", "club", RequestMistakes.UnknownTask)]
    [InlineData("dpo", "shop", RequestMistakes.NotWaitingForPerson)]
    public async Task RetryAsync_Should_Refuse_When_TheCallerMayNotOrTheTaskNeedsNobody(string role, string register, string code)
    {
        await using var room = await CorrectPhoneAsync();
        var task = await room.TaskAsync();
        var caller = Officer.Caller with { Role = role, Registers = [register] };

        var refused = await Should.ThrowAsync<RequestException>(
            () => room.Get<TaskDecisions>().RetryAsync(task.Id, null, caller, TestContext.Current.CancellationToken));

        refused.Mistakes.Single().Code.ShouldBe(code);
    }

    private static Task<Guid> CompleteAsync(FulfillmentRoom room, Guid task) =>
        room.Get<TaskDecisions>().CompleteAsync(task, "Keeper's letter, folder 7", null, Officer.Caller, TestContext.Current.CancellationToken);

    private static async Task<FulfillmentRoom> WaitingForTheKeeperAsync()
    {
        var room = await FulfillmentRoom.CreateAsync();
        await room.AcceptAsync(
            paper, Share("paper", Item(Fate.Manual, new("paperFile", "10001")) with { Reason = "Write to keeper@example.test." }) with
            {
                Identities = [FulfillmentRoom.Person with { Issuer = "paper" }],
            });
        await room.RunAsync("paper");
        return room;
    }
}
