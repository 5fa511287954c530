using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Tests.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Tests.Requests;

/// <summary>A decision that is delivered twice counts once, and both deliveries are answered alike.</summary>
public sealed class DecisionKeysTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SkipAsync_Should_AnswerAlike_When_TheSameIsDeliveredAgain()
    {
        await using var room = await ConflictAsync();

        var first = await SkipAsync(room, "key", "Number in use");
        var second = await SkipAsync(room, "key", "Number in use");

        second.ShouldBe(first);
        (await room.AuditedAsync()).Count(entry => entry == "skipTask done").ShouldBe(1);
    }

    [Fact]
    public async Task SkipAsync_Should_Refuse_When_SomethingElseIsSaidUnderTheKeyOrThereIsNone()
    {
        await using var room = await ConflictAsync();
        await SkipAsync(room, "key", "Number in use");

        var other = await Should.ThrowAsync<RequestException>(() => SkipAsync(room, "key", "Another ground"));
        var without = await Should.ThrowAsync<RequestException>(() => SkipAsync(room, null, "Number in use"));

        other.Mistakes.Single().Code.ShouldBe(RequestMistakes.KeyReused);
        without.Mistakes.Single().Code.ShouldBe(RequestMistakes.NotWaitingForPerson);
    }

    [Fact]
    public async Task SkipAsync_Should_LeaveTheKeyFree_When_TheDecisionWasRefused()
    {
        await using var room = await ConflictAsync();

        await Should.ThrowAsync<RequestException>(() => SkipAsync(room, "key", " "));
        await SkipAsync(room, "key", "Number in use");

        (await room.TaskAsync()).State.ShouldBe(TaskState.Final);
    }

    [Fact]
    public async Task SkipAsync_Should_DecideOnce_When_ItIsDeliveredManyTimesAtOnce()
    {
        await using var room = await ConflictAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SkipAsync(room, "key", "Number in use")));

        answers.Distinct().ShouldHaveSingleItem();
        (await room.AuditedAsync()).Count(entry => entry == "skipTask done").ShouldBe(1);
    }

    private static async Task<Guid> SkipAsync(FulfillmentRoom room, string? key, string ground)
    {
        var task = await room.TaskAsync();
        return await room.Get<TaskDecisions>().SkipAsync(task.Id, ground, key, Officer.Caller, Cancellation);
    }

    private static async Task<FulfillmentRoom> ConflictAsync()
    {
        var room = await Acceptance.CorrectPhoneAsync(["conflict"]);
        await room.RunAsync();
        return room;
    }
}
