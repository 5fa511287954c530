using System.Globalization;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Tests.Connectors.TestConnectors;

/// <summary>A source that notes its effects, so that tests of the hub can count them.</summary>
public sealed class LedgerTests : IDisposable
{
    private static readonly TaskKey task = new(Guid.Parse("7f2b4c7e-3f0e-4a55-9a52-0b6f6a1d5f03"), 1);

    private readonly LedgerRoom ledger = new();

    public void Dispose() => ledger.Dispose();

    [Fact]
    public async Task Writes_Should_AnswerEachItemInOrderAndNoteThem_When_OnlySomeHaveAnEffect()
    {
        // act
        var call = await ledger.RectifyAsync(
            task, LedgerRoom.Phone(), LedgerRoom.Phone(expected: "+358400000005", right: "+358400000006"), LedgerRoom.Phone(account: "10002-1"),
            new(new("account", "10001-1", "credit"), null, new TextValue("none")));

        // assert
        call.Value!.Items.Select(item => item.GetType()).ShouldBe([typeof(WriteDone), typeof(WriteConflict), typeof(WriteNotHeld), typeof(WriteUnsupported)]);
        ledger.Log(task).ShouldBe(["1 rectify 0 1 WriteDone", "1 rectify 1 0 WriteConflict", "1 rectify 2 0 WriteNotHeld", "1 rectify 3 0 WriteUnsupported"]);
        (await ledger.PhoneAsync()).ShouldBe("+358400000099");
    }

    [Fact]
    public async Task Rectify_Should_HaveOneEffect_When_TheReplyIsLostAndTheTaskRepeated()
    {
        // arrange
        ledger.Switch("lost-reply 1");

        // act
        var first = await ledger.RectifyAsync(task);
        var second = await ledger.RectifyAsync(task with { Fence = 2 });
        var outrun = await ledger.RectifyAsync(task, LedgerRoom.Phone("+358400000099", "+358400000001"));

        // assert
        first.Failure!.Kind.ShouldBe(FailureKind.Transient);
        second.Value!.Items.ShouldBe([new WriteDone()]);
        outrun.Value!.Items[0].ShouldBeOfType<WriteConflict>();
        ledger.Log(task).ShouldBe(["1 rectify 0 1 WriteDone", "2 rectify 0 0 WriteDone", "1 rectify 0 0 outrun"]);
    }

    [Fact]
    public async Task Restrict_Should_BeReadBackAndLifted_When_Asked()
    {
        await ledger.RestrictAsync(task, restricted: true);
        var restricted = (await ledger.ReadAsync())[0].Restricted;
        await ledger.RestrictAsync(task with { Fence = 2 }, restricted: false);
        var lifted = (await ledger.ReadAsync())[0].Restricted;

        restricted.ShouldBeTrue();
        lifted.ShouldBeFalse();
        ledger.Log(task).ShouldBe(["1 restrict 0 1 WriteDone", "2 lift 0 1 WriteDone"]);
    }

    [Fact]
    public async Task Erase_Should_TellGoneFromNeverHeld_When_Repeated()
    {
        // act
        var preview = await ledger.PreviewAsync(task);
        var first = await ledger.EraseAsync(task, new("account", "10001-1"), new("account", "10001-9"));
        var second = await ledger.EraseAsync(task, new("account", "10001-1"), new("account", "10001-9"));

        // assert
        preview.Value!.Items.ShouldBe([new WriteDone()]);
        first.Value!.Items.ShouldBe([new WriteDone(), new WriteNotHeld()]);
        second.Value!.Items.ShouldBe(first.Value.Items);
        (await ledger.ReadAsync()).ShouldBeEmpty();
        ledger.Log(task).Take(2).ShouldBe(["1 preview 0 0 WriteDone", "1 erase 0 1 WriteDone"]);
    }

    [Theory]
    [InlineData("down", FailureKind.Transient)]
    [InlineData("broken", FailureKind.System)]
    [InlineData("upside-down", FailureKind.Configuration)]
    public async Task Calls_Should_FailWithTheKind_When_Switched(string fault, FailureKind kind)
    {
        ledger.Switch(fault);

        var call = await ledger.RectifyAsync(task);
        var check = await ledger.Invoker.CheckAsync(ledger.Source, TestContext.Current.CancellationToken);
        ledger.Switch();

        call.Failure!.Kind.ShouldBe(kind);
        check.Failure!.Kind.ShouldBe(kind);
        (await ledger.PhoneAsync()).ShouldBe("+358400000000");
    }

    [Theory]
    [InlineData("lies", typeof(WriteDone))]
    [InlineData("conflict", typeof(WriteConflict))]
    public async Task Rectify_Should_ChangeNothing_When_ToldToLieOrToConflict(string fault, Type answer)
    {
        ledger.Switch(fault);

        var call = await ledger.RectifyAsync(task);

        call.Value!.Items[0].ShouldBeOfType(answer);
        (await ledger.PhoneAsync()).ShouldBe("+358400000000");
        ledger.Log(task).ShouldBe([$"1 rectify 0 0 {answer.Name}"]);
    }

    [Fact]
    public async Task Writes_Should_BeRefused_When_TheLedgerCannotRestrictAndRetains()
    {
        ledger.Switch("cannot-restrict", "retains 2032-12-31 Accounting Act 2:10");

        var restricted = await ledger.RestrictAsync(task, restricted: true);
        var erased = await ledger.EraseAsync(task);

        restricted.Value!.Items[0].ShouldBeOfType<WriteUnsupported>();
        erased.Value!.Items[0].ShouldBe(new WriteRetained("Accounting Act 2:10", new DateOnly(2032, 12, 31), null));
        (await ledger.ReadAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Rectify_Should_TakeEffectOnceAndLater_When_Pending()
    {
        // arrange
        ledger.Switch("pending-for 60");

        // act
        var first = await ledger.RectifyAsync(task);
        ledger.Clock.Advance(TimeSpan.FromSeconds(30));
        var repeated = await ledger.RectifyAsync(task with { Fence = 2 });
        var before = await ledger.PhoneAsync();
        ledger.Clock.Advance(TimeSpan.FromSeconds(30));
        var after = await ledger.PhoneAsync();

        // assert
        first.Value!.Items.ShouldBe([new WritePending($"{task.TaskId}/0", ledger.Clock.GetUtcNow())]);
        repeated.Value!.Items.ShouldBe(first.Value.Items);
        before.ShouldBe("+358400000000");
        after.ShouldBe("+358400000099");
        ledger.Log(task).ShouldBe(["1 rectify 0 0 WritePending", "2 rectify 0 0 WritePending", "1 rectify 0 1 later"]);
    }

    [Fact]
    public async Task Rectify_Should_HaveItsEffectBeforeItsReply_When_TheReplyIsSlow()
    {
        // arrange
        await ledger.ReadAsync();
        ledger.Switch("slow-reply 500");

        // act
        var call = ledger.RectifyAsync(task);
        await UntilAsync(() => ledger.Log(task).Count == 1);
        ledger.Switch();
        var meanwhile = await ledger.PhoneAsync();
        var replied = call.IsCompleted;
        await UntilAsync(() => Passed(call));

        // assert
        meanwhile.ShouldBe("+358400000099");
        replied.ShouldBeFalse();
        (await call).Value!.Items.ShouldBe([new WriteDone()]);
    }

    [Fact]
    public async Task Rectify_Should_TimeOutWithoutEffect_When_TheLedgerIsTooSlow()
    {
        // arrange
        ledger.Switch("slow 3600000");

        // act
        var call = ledger.RectifyAsync(task);
        await UntilAsync(() => Passed(call));
        ledger.Switch();

        // assert
        (await call).Status.ShouldBe(CallStatus.TimedOut);
        (await ledger.PhoneAsync()).ShouldBe("+358400000000");
        ledger.Log(task).ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_Should_FindOneOfThousands_When_ThePersonHasSeveralAccounts()
    {
        using var large = new LedgerRoom(persons: 5000, accountsEach: 2);

        var numbers = await Task.WhenAll(Enumerable.Range(0, 100).Select(each => large.ReadAsync(10001 + (each * 50))));

        numbers.Select(records => records[1].Key)
            .ShouldBe(Enumerable.Range(0, 100).Select(each => string.Create(CultureInfo.InvariantCulture, $"{10001 + (each * 50)}-2")));
    }

    [Fact]
    public void Settings_Should_BeRefusedAllAtOnce_When_Wrong()
    {
        using var room = new PluginRoom().WithPlugins("ledger").WithRegister().WithSource("crm", "ledger", "settings: { persons: many, colour: red }");

        room.Source().State.ShouldBe(SourceState.Quarantined);
        room.Holder.Current.Mistakes.Select(mistake => mistake.ToString()).ShouldBe(
        [
            "shop/crm.yaml:3:11: settings/file: must name the database.",
            "shop/crm.yaml:3:13: settings/persons: must be a whole number, 0 or more.",
            "shop/crm.yaml:3:28: settings/colour: is not known here; known are file, control, customerNumberIssuer, feeds, persons, firstNumber, accountsEach, openHour.",
        ], ignoreOrder: true);
    }

    /// <summary>True when the call has ended; lets the clock run a little if not.</summary>
    private bool Passed(Task call)
    {
        // In small steps: large ones reach the call's limit before a busy machine has delivered the reply.
        ledger.Clock.Advance(TimeSpan.FromMilliseconds(1));
        return call.IsCompleted;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Yield();
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }
}
