using System.Diagnostics.Metrics;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;
using static PersonalDataHub.Hub.Tests.Requests.Fulfillment.Acceptance;

namespace PersonalDataHub.Hub.Tests.Requests.Fulfillment;

/// <summary>What was given up is shown with cause and history, told at once, and ended by a person only.</summary>
public sealed class DeadLettersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ListAsync_Should_ShowCauseAndHistory_When_ATaskWasGivenUp()
    {
        // arrange
        await using var room = await GivenUpAsync();

        // act
        var page = await ListAsync(room);

        // assert
        var letter = page.DeadLetters.ShouldHaveSingleItem();
        (letter.Request, letter.Task.Id, letter.Task.Failure).ShouldBe(((await room.RequestAsync()).Id, (await room.TaskAsync()).Id, "The ledger is broken."));
        letter.History.Select(one => $"{one.Actor} {one.Outcome} {one.Standing}").ShouldBe(["hub failed Waiting:SourceDown", "hub failed DeadLetter"]);
        (letter.Since, letter.History[^1].At).ShouldBe((letter.History[^1].At, letter.History[^1].At));
        (await room.AuditedAsync())[^1].ShouldBe("listDeadLetters answered");
    }

    [Theory]
    [InlineData("retryTask")]
    [InlineData("skipTask")]
    [InlineData("completeTask")]
    public async Task ListAsync_Should_BeEmptyAndTheNameKept_When_APersonDecided(string operation)
    {
        // arrange
        await using var room = await GivenUpAsync();
        var (task, decisions) = ((await room.TaskAsync()).Id, room.Get<TaskDecisions>());
        room.Switch("crm");

        // act
        await (operation switch
        {
            "retryTask" => decisions.RetryAsync(task, null, Officer.Caller, Cancellation),
            "skipTask" => decisions.SkipAsync(task, "The number is out of use", null, Officer.Caller, Cancellation),
            _ => CompleteAsync(room, task),
        });

        // assert
        (await ListAsync(room)).DeadLetters.ShouldBeEmpty();
        (await room.LookAsync(db => Task.FromResult(db.Audit.Single(entry => entry.Operation == operation).Actor))).ShouldBe("officer");
    }

    [Fact]
    public async Task ListAsync_Should_GoOnAfterTheCursor_When_ThereIsMoreThanAPage()
    {
        await using var room = await GivenUpAsync();
        await room.AcceptAsync(new RectificationContent([]), [Share("crm", Phone())], "second");
        await room.RunForAsync(TimeSpan.FromMinutes(1));

        var first = await ListAsync(room, 1);
        var second = await ListAsync(room, 1, first.EndCursor);

        (first.HasNextPage, second.HasNextPage).ShouldBe((true, false));
        first.DeadLetters.Concat(second.DeadLetters).Select(letter => letter.Task.Id).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task RunDueAsync_Should_RaiseTheAlarmAtOnce_When_ATaskIsGivenUp()
    {
        // arrange
        var raised = 0L;
        using var listener = new MeterListener();
        await using var room = await BrokenAsync();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name == DeadLetterAlert.Meter && ReferenceEquals(instrument.Meter.Scope, room.Get<IMeterFactory>()))
            {
                own.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => raised += value);
        listener.Start();

        // act
        await room.RunAsync();
        var before = raised;
        room.Clock.Advance(TimeSpan.FromMinutes(1));
        await room.RunAsync();

        // assert
        (await room.TaskAsync()).State.ShouldBe(TaskState.DeadLetter);
        (before, raised).ShouldBe((0, 1));
    }

    private static Task<DeadLetterPage> ListAsync(FulfillmentRoom room, int first = 20, string? after = null) =>
        room.Get<DeadLetters>().ListAsync("shop", first, after, "service", Officer.Caller, Cancellation);

    private static async Task<Guid> CompleteAsync(FulfillmentRoom room, Guid task)
    {
        room.Ledger("UPDATE account SET phone = '+358400000099' WHERE key = '10001-1'");
        return await room.Get<TaskDecisions>().CompleteAsync(task, "Done at the desk", null, Officer.Caller, Cancellation);
    }

    private static Task<FulfillmentRoom> BrokenAsync() => CorrectPhoneAsync(["broken"], (nameof(FulfillmentOptions.FailuresUntilDeadLetter), "2"));

    private static async Task<FulfillmentRoom> GivenUpAsync()
    {
        var room = await BrokenAsync();
        await room.RunForAsync(TimeSpan.FromMinutes(1));
        return room;
    }
}
