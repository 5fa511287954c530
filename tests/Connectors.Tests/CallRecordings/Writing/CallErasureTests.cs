using System.Text;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.CallRecordings;

namespace PersonalDataHub.Connectors.Tests.CallRecordings.Writing;

public sealed class CallErasureTests : IDisposable
{
    private const string Audio = "2026/06/0400000001.wav";
    private static readonly SubjectIdentity person = Calls.Customer("1");
    private static readonly SubjectIdentity phone = Calls.Phone("+358400000001");

    private static readonly string[] others =
    [
        CallFolder.Line(customer: "2", source: "0400000002", callerId: "\"Other, Person\" <0400000002>"),
        "not a call\n",
        CallFolder.Line(customer: "3", source: "0400000003", start: "2026-06-03 10:00:00", uniqueId: "3.1").Replace("\n", "\r\n", StringComparison.Ordinal),
    ];

    private static readonly string wanted = CallFolder.Line(
        customer: "1", callerId: "\"Meikäläinen, \"Matti\"\" <0400000001>", uniqueId: "1780000000.1", recording: Audio);

    private readonly CallFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task EraseAsync_Should_MaskThePersonInPlace_When_TheExchangeStillWritesTheFile()
    {
        // arrange
        var connector = Fill();
        var key = await connector.KeyAsync(person);
        using var exchange = new FileStream(folder.Master, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);

        // act
        var items = await connector.EraseAsync(person, CallWrites.Call(key));
        exchange.Write(Encoding.UTF8.GetBytes(CallFolder.Line(customer: "4", source: "0400000004", uniqueId: "4.1")));
        exchange.Flush();

        // assert
        items.ShouldBe([new WriteDone()]);
        ShouldBeErased(File.ReadAllText(folder.Master));
        File.ReadAllText(folder.Master).ShouldEndWith(CallFolder.Line(customer: "4", source: "0400000004", uniqueId: "4.1"));
        (await connector.ReadAsync(person, phone)).Records.ShouldBeEmpty();
        File.Exists(folder.Recording(Audio)).ShouldBeFalse();
    }

    [Fact]
    public async Task EraseAsync_Should_KeepModeAndAge_When_TheFileIsRotated()
    {
        // arrange
        var connector = Fill();
        var rotated = folder.Rotate();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(rotated, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }

        var (age, mode) = (File.GetLastWriteTimeUtc(rotated), Mode(rotated));

        // act
        await connector.EraseAsync(person, CallWrites.Call(await connector.KeyAsync(person)));

        // assert
        ShouldBeErased(File.ReadAllText(rotated));
        (File.GetLastWriteTimeUtc(rotated), Mode(rotated)).ShouldBe((age, mode));
        (await connector.ReadAsync(person)).Records.ShouldBeEmpty();
        (await connector.ReadAsync(Calls.Customer("2"))).Records.Count.ShouldBe(1);
    }

    [Fact]
    public async Task EraseAsync_Should_LeaveNothingInArchiveOrIndex_When_TheFileIsPacked()
    {
        // arrange
        var connector = Fill();
        var rotated = folder.Rotate();
        Pack(rotated);
        var key = await connector.KeyAsync(person);

        // act
        await connector.EraseAsync(person, CallWrites.Call(key));

        // assert
        ShouldBeErased(Unpack(rotated + ".gz"));
        (await connector.ReadAsync(phone)).Records.ShouldBeEmpty();
        Directory.GetFiles(folder.Path, ".*").Select(Path.GetFileName).ShouldBe([".hub-write.lock"]);
    }

    [Fact]
    public async Task EraseAsync_Should_KeepWhatOthersHave_When_TheRecordIsNotThePersons()
    {
        // arrange
        var connector = Fill();
        var before = File.ReadAllText(folder.Master);
        var theirs = await connector.KeyAsync(Calls.Customer("2"));

        // act
        var items = await connector.EraseAsync(person, CallWrites.Call(theirs), CallWrites.Call("unknown"), new("visit", theirs));

        // assert
        items.ShouldBe([new WriteNotHeld(), new WriteNotHeld(), new WriteNotHeld()]);
        File.ReadAllText(folder.Master).ShouldBe(before);
    }

    [Fact]
    public async Task EraseAsync_Should_AnswerDoneAgain_When_TheTaskIsRepeated()
    {
        // arrange
        var connector = Fill();
        var key = await connector.KeyAsync(person);
        await connector.EraseAsync(person, CallWrites.Call(key));

        // act
        var again = await folder.Connect().EraseAsync(person, CallWrites.Call(key));

        // assert
        again.ShouldBe([new WriteDone()]);
    }

    [Fact]
    public async Task EraseAsync_Should_Refuse_When_ALaterAttemptHasBegun()
    {
        var connector = Fill();
        var token = TestContext.Current.CancellationToken;
        await connector.EraseAsync(CallWrites.Erasure([person], [], fence: 5), token);

        var refused = await Should.ThrowAsync<SourceException>(
            () => connector.EraseAsync(CallWrites.Erasure([person], [], fence: 4), token));

        refused.Kind.ShouldBe(FailureKind.Transient);
    }

    [Fact]
    public async Task EraseAsync_Should_LeaveTheRecordingToAPerson_When_AnotherCustomerIsHeardInIt()
    {
        // arrange: customer 2's number is known from a call of theirs
        WavFile.Write(folder.Recording("both.wav"), seconds: 1);
        folder.Append(others);
        folder.Append(CallFolder.Line(customer: "1", destination: "0400000002", uniqueId: "1780000000.7", recording: "both.wav"));
        var connector = folder.Connect();
        var key = await connector.KeyAsync(person);
        var preview = await connector.PreviewErasureAsync(
            CallWrites.Erasure([person], [CallWrites.Call(key)]), TestContext.Current.CancellationToken);

        // act
        var items = await connector.EraseAsync(person, CallWrites.Call(key));
        var again = await connector.EraseAsync(person, CallWrites.Call(key));

        // assert
        items.ShouldHaveSingleItem().ShouldBeOfType<WriteManual>().Instruction.ShouldContain("1780000000.7");
        items.ShouldBe(preview.Items);
        items.ShouldBe(again);
        File.Exists(folder.Recording("both.wav")).ShouldBeTrue();
        (await connector.ReadAsync(Calls.Phone("+358400000002"))).Records.ShouldHaveSingleItem()
            .Text(connector.Describe(), "callerNumber").ShouldBeNull();
    }

    [Fact]
    public async Task PreviewErasureAsync_Should_ChangeNothing_When_Asked()
    {
        // arrange
        var connector = Fill();
        var key = await connector.KeyAsync(person);
        var before = File.ReadAllText(folder.Master);

        // act
        var preview = await connector.PreviewErasureAsync(
            CallWrites.Erasure([person], [CallWrites.Call(key), CallWrites.Call(key, "duration"), CallWrites.Call("unknown")]),
            TestContext.Current.CancellationToken);

        // assert
        preview.Items.Select(item => item.GetType()).ShouldBe([typeof(WriteDone), typeof(WriteUnsupported), typeof(WriteNotHeld)]);
        File.ReadAllText(folder.Master).ShouldBe(before);
        File.Exists(folder.Recording(Audio)).ShouldBeTrue();
    }

    [Fact]
    public async Task EraseAsync_Should_EraseFieldsAlone_When_OnlyTheyAreNamed()
    {
        // arrange
        var connector = Fill();
        var key = await connector.KeyAsync(person);

        // act
        var items = await connector.EraseAsync(
            person, CallWrites.Call(key, "recording"), CallWrites.Call(key, "callerName"), CallWrites.Call(key, "agent"));

        // assert
        items.Select(item => item.GetType()).ShouldBe([typeof(WriteDone), typeof(WriteDone), typeof(WriteUnsupported)]);
        var page = await connector.ReadAsync(person);
        var call = page.Records.ShouldHaveSingleItem();
        call.Key.ShouldBe(key);
        page.Gaps.ShouldBe(["1 line of Master.csv could not be read."]);
        (call.Text(connector.Describe(), "callerName"), call.Of(connector.Describe(), "recording"), call.Text(connector.Describe(), "callerNumber"))
            .ShouldBe((null, null, "0400000001"));
    }

    private static UnixFileMode? Mode(string path) => OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(path);

    private static void Pack(string path)
    {
        using (var packed = new System.IO.Compression.GZipStream(File.Create(path + ".gz"), System.IO.Compression.CompressionLevel.Optimal))
        {
            packed.Write(File.ReadAllBytes(path));
        }

        File.Delete(path);
    }

    private static string Unpack(string path)
    {
        using var packed = new System.IO.Compression.GZipStream(File.OpenRead(path), System.IO.Compression.CompressionMode.Decompress);
        return new StreamReader(packed).ReadToEnd();
    }

    private static void ShouldBeErased(string content)
    {
        content.ShouldStartWith(others[0] + others[1]);
        content.ShouldContain(others[2]);
        content.ShouldNotContain("400000001");
        content.ShouldNotContain("Matti");
        Encoding.UTF8.GetByteCount(content.Split('\n')[2]).ShouldBe(Encoding.UTF8.GetByteCount(wanted) - 1);
    }

    private CallRecordingsConnector Fill()
    {
        WavFile.Write(folder.Recording(Audio), seconds: 1);
        folder.Append([.. others[..2], wanted, others[2]]);
        return folder.Connect();
    }
}
