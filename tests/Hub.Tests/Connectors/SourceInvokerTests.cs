using System.Diagnostics.Metrics;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Tests.Connectors;

public sealed class SourceInvokerTests
{
    private static readonly ReadRequest Notes = PluginRoom.Request("1001", "note");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadAsync_Should_TimeOut_When_TheSourceIsLate()
    {
        // arrange
        using var room = Room("slow", "timeout: PT3S\nsettings: { delay: PT1H }");
        var call = room.Invoker.ReadAsync(room.Source(), Notes, Cancellation);
        await Until(() => Calls(room) == 1);

        // act
        room.Clock.Advance(TimeSpan.FromSeconds(3));
        var result = await call;

        // assert
        result.Status.ShouldBe(CallStatus.TimedOut);
        result.Failure.ShouldBe(new SourceFailure(FailureKind.Transient, "The source did not answer within PT3S."));
        result.Duration.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task ReadAsync_Should_ReturnAtOnce_When_TheCallerWaitsForLess()
    {
        using var room = Room("slow", "timeout: PT3S\nsettings: { delay: PT1H }");
        var call = room.Invoker.ReadAsync(room.Source(), Notes, TimeSpan.FromMilliseconds(250), Cancellation);
        await Until(() => Calls(room) == 1);

        room.Clock.Advance(TimeSpan.FromMilliseconds(250));

        (await call).Duration.ShouldBe(TimeSpan.FromMilliseconds(250));
    }

    [Theory]
    [InlineData("deaf")]
    [InlineData("blocking")]
    public async Task ReadAsync_Should_KeepTheSlot_When_AnAbandonedCallHasNotReturned(string mode)
    {
        // arrange
        using var room = Room("slow", $"timeout: PT3S\nconcurrency: 1\nsettings: {{ mode: {mode} }}");
        var abandoned = room.Invoker.ReadAsync(room.Source(), Notes, Cancellation);
        await Until(() => Calls(room) == 1);
        room.Clock.Advance(TimeSpan.FromSeconds(3));
        (await abandoned).Status.ShouldBe(CallStatus.TimedOut);

        // act
        var waiting = room.Invoker.ReadAsync(room.Source(), Notes, Cancellation);
        room.Clock.Advance(TimeSpan.FromSeconds(3));
        var without = await waiting;
        var callsWithoutSlot = Calls(room);
        room.Write("shop/release", string.Empty);
        await Until(() => room.Source().Runtime!.Slots.CurrentCount == 1);
        var after = await room.Invoker.ReadAsync(room.Source(), Notes, Cancellation);

        // assert
        without.Status.ShouldBe(CallStatus.TimedOut);
        callsWithoutSlot.ShouldBe(1);
        after.Status.ShouldBe(CallStatus.Answered);
    }

    [Fact]
    public async Task ReadAsync_Should_Throw_When_TheCallerCancels()
    {
        using var room = Room("slow", "settings: { delay: PT1H }");
        using var caller = new CancellationTokenSource();
        var call = room.Invoker.ReadAsync(room.Source(), Notes, caller.Token);
        await Until(() => Calls(room) == 1);

        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(call);
        await Until(() => room.Source().Runtime!.Slots.CurrentCount == 8);
    }

    [Fact]
    public async Task Dispose_Should_WaitForTheCall_When_AReplacedSourceIsStillBusy()
    {
        // arrange
        using var room = Room("slow", "timeout: PT3S\nsettings: { mode: deaf }");
        var source = room.Source();
        var call = room.Invoker.ReadAsync(source, Notes, Cancellation);
        await Until(() => Calls(room) == 1);

        // act
        File.Delete(room.ConfigFile("shop/crm.yaml"));
        room.Holder.Reload();
        var unloadedWhileBusy = room.Holder.UncollectedPlugins;
        room.Write("shop/release", string.Empty);
        var result = await call;

        // assert
        unloadedWhileBusy.ShouldBe(0);
        result.Status.ShouldBe(CallStatus.Answered);
        (await room.Invoker.ReadAsync(source, Notes, Cancellation)).Failure!.Message.ShouldContain("just replaced");
    }

    [Fact]
    public async Task ReadAsync_Should_LeaveTheSourceAloneAndTryAgain_When_ItFailsRepeatedly()
    {
        // arrange
        using var room = Room("throwing", "breaker: { minimumThroughput: 3, breakDuration: PT20S }\nsettings: { mode: read-transient }");
        for (var failed = 0; failed < 3; failed++)
        {
            (await Read(room)).Failure!.Message.ShouldBe("The database is restarting.");
        }

        // act
        var open = (room.Source().Breaker, await Read(room));
        room.Clock.Advance(TimeSpan.FromSeconds(20));
        var stillDown = (await Read(room), room.Source().Breaker);
        room.Write("shop/mended", string.Empty);
        room.Clock.Advance(TimeSpan.FromSeconds(20));
        var mended = (await Read(room), room.Source().Breaker);

        // assert
        open.Item1.ShouldBe(BreakerState.Open);
        open.Item2.Failure!.Message.ShouldBe("The source failed repeatedly and is left alone for a while.");
        stillDown.Item1.Failure!.Message.ShouldBe("The database is restarting.");
        stillDown.Item2.ShouldBe(BreakerState.Open);
        mended.Item1.Status.ShouldBe(CallStatus.Answered);
        mended.Item2.ShouldBe(BreakerState.Closed);
    }

    [Theory]
    [InlineData(1500, BreakerState.Open)]
    [InlineData(1499, BreakerState.Closed)]
    public async Task ReadAsync_Should_CountALateSource_When_TheCallerWaitedForHalfOfItsTimeOrMore(int milliseconds, BreakerState breaker)
    {
        using var room = Room("slow", "timeout: PT3S\nbreaker: { minimumThroughput: 2 }\nsettings: { delay: PT1H }");
        var wait = TimeSpan.FromMilliseconds(milliseconds);

        for (var late = 1; late <= 2; late++)
        {
            var call = room.Invoker.ReadAsync(room.Source(), Notes, wait, Cancellation);
            await Until(() => Calls(room) == late);
            room.Clock.Advance(wait);
            (await call).Status.ShouldBe(CallStatus.TimedOut);
        }

        room.Source().Breaker.ShouldBe(breaker);
    }

    [Fact]
    public async Task ReadAsync_Should_LeaveTheBreakerClosed_When_OnlyAnswersOrSettingsAreWrong()
    {
        using var room = Room("throwing", "breaker: { minimumThroughput: 2 }\nsettings: { mode: read-wrong-kind }");

        for (var failed = 0; failed < 5; failed++)
        {
            await Read(room);
        }

        room.Source().Breaker.ShouldBe(BreakerState.Closed);
    }

    [Theory]
    [InlineData("read-transient", FailureKind.Transient, "The database is restarting.")]
    [InlineData("read-configuration", FailureKind.Configuration, "The password was refused.")]
    [InlineData("read-unknown", FailureKind.System, "The connector failed (InvalidOperationException); its author has to look.")]
    [InlineData("read-cancelled", FailureKind.System, "The connector failed (TaskCanceledException); its author has to look.")]
    [InlineData("read-null-task", FailureKind.System, "no task was returned")]
    [InlineData("read-null-result", FailureKind.System, "no result was returned")]
    [InlineData("read-too-few-values", FailureKind.System, "a record of type 'note' has 1 values for 3 fields.")]
    [InlineData("read-wrong-kind", FailureKind.System, "field 'note.length' is Text, but was declared Integer.")]
    [InlineData("read-wrong-item", FailureKind.System, "field 'note.words' is Boolean, but was declared Text.")]
    [InlineData("read-wrong-type", FailureKind.System, "a record of a type that was not asked for")]
    [InlineData("read-nobody", FailureKind.System, "does not say which of the identities found it")]
    [InlineData("read-too-many", FailureKind.System, "101 records on a page of 100.")]
    public async Task ReadAsync_Should_NameKindAndCause_When_TheConnectorFails(string mode, FailureKind kind, string message)
    {
        // arrange
        using var room = Room("throwing", $"settings: {{ mode: {mode} }}");

        // act
        var call = await Read(room);

        // assert
        call.Status.ShouldBe(CallStatus.Failed);
        call.Failure!.Kind.ShouldBe(kind);
        call.Failure.Message.ShouldContain(message);
        (room.Log.Text + call).ShouldNotContain("010190");
        room.Log.Text.ShouldNotContain("not a number");
    }

    [Fact]
    public async Task ReadAsync_Should_Fail_When_TheNextPageIsThisPage()
    {
        using var room = Room("throwing", "settings: { mode: read-endless }");

        (await Read(room)).Status.ShouldBe(CallStatus.Answered);
        var second = await room.Invoker.ReadAsync(room.Source(), Notes with { PageToken = "same" }, Cancellation);

        second.Failure!.Message.ShouldContain("the next page has the token of this one");
    }

    [Fact]
    public async Task CheckAsync_Should_GiveTheConnectorsVerdict_When_ItSaysUnfit()
    {
        using var room = Room("throwing", string.Empty);

        var call = await room.Invoker.CheckAsync(room.Source(), Cancellation);

        call.Value!.Failure.ShouldBe(new SourceFailure(FailureKind.Configuration, "The table 'contact' is missing."));
    }

    [Fact]
    public async Task ReadFactsAsync_Should_TellTheFacts_When_TheSourceCan()
    {
        // arrange
        using var room = Room("healthy", "settings: { people: [{ number: '1001', name: V, visits: ['2026-10-01T10:00:00Z', '2026-10-02T10:00:00Z'] }] }");
        var request = new FactsRequest(Notes.Identities, [FactKinds.LastContact]);

        // act
        var call = await room.Invoker.ReadFactsAsync(room.Source(), request, Cancellation);

        // assert
        call.Value!.Facts.ShouldBe([new SourceFact(FactKinds.LastContact, true, 2, new DateTimeOffset(2026, 10, 2, 10, 0, 0, TimeSpan.Zero))]);
        room.Source().Supports(Ability.Facts).ShouldBeTrue();
    }

    [Fact]
    public async Task ReadMediaAsync_Should_Fail_When_TheSourceLacksTheAbility()
    {
        using var room = Room("healthy", "settings: { people: [] }");

        var call = await room.Invoker.ReadMediaAsync(room.Source(), new MediaRequest("k", 0, 10), Cancellation);

        call.Failure.ShouldBe(new SourceFailure(FailureKind.Configuration, "The source does not implement ISupportsMedia."));
    }

    [Fact]
    public async Task ReadAsync_Should_MeasureByRegisterSourceAndOutcomeOnly_When_ACallEnds()
    {
        // arrange
        using var room = Room("healthy", "settings: { people: [] }");
        var tags = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "PersonalDataHub.Connectors" && instrument.Meter.Scope == room.MeterScope)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, measured, _) => tags.Add(string.Join(' ', measured.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
        listener.Start();

        // act
        await room.Invoker.ReadAsync(room.Source(), PluginRoom.Request(), Cancellation);

        // assert
        tags.ShouldBe(["register=shop source=crm outcome=answered"]);
    }

    private static PluginRoom Room(string plugin, string more) =>
        new PluginRoom().WithPlugins(plugin).WithRegister().WithSource("crm", plugin, more);

    private static Task<SourceCall<ReadPage>> Read(PluginRoom room) => room.Invoker.ReadAsync(room.Source(), Notes, Cancellation);

    private static long Calls(PluginRoom room) =>
        File.Exists(room.ConfigFile("shop/calls")) ? new FileInfo(room.ConfigFile("shop/calls")).Length : 0;

    private static async Task Until(Func<bool> condition)
    {
        while (!condition())
        {
            Cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
