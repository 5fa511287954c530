using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Tests.CallRecordings.Writing;

public sealed class CallRestrictionTests : IDisposable
{
    private const string Audio = "2026/06/call.wav";
    private static readonly SubjectIdentity person = Calls.Customer("1");
    private readonly CallFolder folder = new();

    public CallRestrictionTests()
    {
        WavFile.Write(folder.Recording(Audio), seconds: 1);
        folder.Append(CallFolder.Line(customer: "1", recording: Audio), CallFolder.Line(customer: "2", recording: Audio));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task RestrictAsync_Should_MoveTheRecordingAside_When_Set()
    {
        // arrange
        var connector = folder.Connect();
        var key = await connector.KeyAsync(person);

        // act
        var items = await connector.RestrictAsync(person, restricted: true, CallWrites.Call(key), CallWrites.Call(key));

        // assert
        items.ShouldBe([new WriteDone(), new WriteDone()]);
        File.Exists(folder.Recording(Audio)).ShouldBeFalse();
        var call = (await connector.ReadAsync(person)).Records.ShouldHaveSingleItem();
        call.Restricted.ShouldBeTrue();
        var media = call.Of(connector.Describe(), "recording").ShouldBeOfType<MediaValue>();
        (await connector.ReadMediaAsync(new(media.Key, 0, 4), TestContext.Current.CancellationToken)).Bytes.ToArray().ShouldBe("RIFF"u8.ToArray());
    }

    [Fact]
    public async Task RestrictAsync_Should_NoteItOnce_When_Repeated()
    {
        var connector = folder.Connect();
        var key = await connector.KeyAsync(person);

        await connector.RestrictAsync(person, restricted: true, CallWrites.Call(key));
        await connector.RestrictAsync(person, restricted: true, CallWrites.Call(key));

        var manifest = File.ReadAllLines(folder.Recording("restricted/manifest.jsonl")).ShouldHaveSingleItem();
        manifest.ShouldContain(key);
        manifest.ShouldContain(CallWrites.TaskId.ToString());
        manifest.ShouldNotContain("400000001");
    }

    [Fact]
    public async Task RestrictAsync_Should_PutTheRecordingBack_When_LiftedForTheLastCallThatHasIt()
    {
        // arrange
        var connector = folder.Connect();
        var (mine, theirs) = (await connector.KeyAsync(person), await connector.KeyAsync(Calls.Customer("2")));
        await connector.RestrictAsync(person, restricted: true, CallWrites.Call(mine));
        await connector.RestrictAsync(Calls.Customer("2"), restricted: true, CallWrites.Call(theirs));

        // act
        await connector.RestrictAsync(person, restricted: false, CallWrites.Call(mine));
        var stillAside = !File.Exists(folder.Recording(Audio));
        await connector.RestrictAsync(Calls.Customer("2"), restricted: false, CallWrites.Call(theirs));

        // assert
        stillAside.ShouldBeTrue();
        File.Exists(folder.Recording(Audio)).ShouldBeTrue();
        (await connector.ReadAsync(person)).Records.Single().Restricted.ShouldBeFalse();
    }

    [Fact]
    public async Task RestrictAsync_Should_KeepTheFolderToTheHub_When_TheSystemHasFileModes()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        var connector = folder.Connect();

        await connector.RestrictAsync(person, restricted: true, CallWrites.Call(await connector.KeyAsync(person)));

        File.GetUnixFileMode(folder.Recording("restricted")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task RestrictAsync_Should_AnswerPerTarget_When_SomeCannotBeRestricted()
    {
        var connector = folder.Connect();
        var key = await connector.KeyAsync(person);
        var theirs = await connector.KeyAsync(Calls.Customer("2"));

        var items = await connector.RestrictAsync(person, restricted: true, CallWrites.Call(theirs), CallWrites.Call(key, "agent"), CallWrites.Call(key));

        items.Select(item => item.GetType()).ShouldBe([typeof(WriteNotHeld), typeof(WriteUnsupported), typeof(WriteDone)]);
        (await connector.ReadAsync(Calls.Customer("2"))).Records.Single().Restricted.ShouldBeFalse();
    }

    [Theory]
    [InlineData(true, "appended")]
    [InlineData(true, "moved")]
    [InlineData(false, "appended")]
    [InlineData(false, "moved")]
    public async Task RestrictAsync_Should_EndRight_When_RepeatedAfterACrash(bool restricted, string step)
    {
        // arrange
        var first = folder.Connect();
        var key = await first.KeyAsync(person);
        if (!restricted)
        {
            await first.RestrictAsync(person, restricted: true, CallWrites.Call(key));
        }

        // act
        first.Files.Stepped = done => _ = done == step ? throw new TimeoutException("crash") : done;
        await Should.ThrowAsync<TimeoutException>(() => first.RestrictAsync(person, restricted, CallWrites.Call(key)));
        var between = await folder.Connect().ReadAsync(person);
        await folder.Connect().RestrictAsync(person, restricted, CallWrites.Call(key));

        // assert: the recording is found all the while
        between.Gaps.ShouldBeEmpty();
        (await folder.Connect().ReadAsync(person)).Records.Single().Restricted.ShouldBe(restricted);
        File.Exists(folder.Recording(Audio)).ShouldBe(!restricted);
    }

    [Fact]
    public async Task RestrictAsync_Should_NotLoseTheEntry_When_TheOneBeforeWasCutOff()
    {
        // arrange
        var connector = folder.Connect();
        var key = await connector.KeyAsync(person);
        Directory.CreateDirectory(folder.Recording("restricted"));
        File.WriteAllText(folder.Recording("restricted/manifest.jsonl"), "{\"call\":\"ab");

        // act
        await connector.RestrictAsync(person, restricted: true, CallWrites.Call(key));

        // assert
        (await connector.ReadAsync(person)).Records.Single().Restricted.ShouldBeTrue();
    }
}
