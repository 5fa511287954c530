using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Tests.CallRecordings.Writing;

/// <summary>What happens when an erasure is cut off, or the files change under it.</summary>
public sealed class CallErasureInterruptedTests : IDisposable
{
    private const string Audio = "call.wav";
    private static readonly SubjectIdentity person = Calls.Customer("1");
    private readonly CallFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EraseAsync_Should_EndRight_When_RepeatedAfterACrashAtAnyStep(bool rotated)
    {
        for (var crash = 1; ; crash++)
        {
            // arrange: restricted as well, so that manifest and moved recording are part of it
            using var one = new CallFolder();
            WavFile.Write(one.Recording(Audio), seconds: 1);
            one.Append(CallFolder.Line(customer: "2", source: "0400000002"), CallFolder.Line(customer: "1", uniqueId: "1.1", recording: Audio));
            var file = rotated ? one.Rotate() : one.Master;
            var first = one.Connect();
            var key = await first.KeyAsync(person);
            await first.RestrictAsync(person, restricted: true, CallWrites.Call(key));

            // act
            var crashed = false;
            var steps = 0;
            first.Files.Stepped = _ => crashed = ++steps == crash ? throw new CrashException() : crashed;
            var done = await SurvivesAsync(() => first.EraseAsync(person, CallWrites.Call(key)));
            File.WriteAllText(Path.Combine(one.Path, ".left.hub-draft"), "0400000001");
            var items = await one.Connect().EraseAsync(person, CallWrites.Call(key));

            // assert
            items.ShouldBe([new WriteDone()], $"after step {crash}");
            (await one.Connect().ReadAsync(person)).Records.ShouldBeEmpty($"after step {crash}");
            Directory.GetFiles(one.Path, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal))
                .Any(path => File.ReadAllText(path).Contains("400000001", StringComparison.Ordinal) || path.EndsWith(".wav", StringComparison.Ordinal))
                .ShouldBeFalse($"after step {crash}");
            File.ReadAllText(file).ShouldStartWith(CallFolder.Line(customer: "2", source: "0400000002"));
            if (done)
            {
                crash.ShouldBeGreaterThan(3);
                return;
            }
        }
    }

    [Fact]
    public async Task EraseAsync_Should_FindTheLineAgain_When_TheFileIsRotatedMeanwhile()
    {
        // arrange
        WavFile.Write(folder.Recording(Audio), seconds: 1);
        folder.Append(CallFolder.Line(customer: "2"), CallFolder.Line(customer: "1", recording: Audio));
        var connector = folder.Connect();
        var key = await connector.KeyAsync(person);

        // act: between the recording's deletion and the change of the record
        connector.Files.Stepped = step =>
        {
            if (step == "deleted")
            {
                File.Move(folder.Master, folder.Master + ".1");
                File.WriteAllText(folder.Master, CallFolder.Line(customer: "3"));
            }
        };
        var items = await connector.EraseAsync(person, CallWrites.Call(key));

        // assert
        items.ShouldBe([new WriteDone()]);
        File.ReadAllText(folder.Master).ShouldBe(CallFolder.Line(customer: "3"));
        File.ReadAllText(folder.Master + ".1").ShouldStartWith(CallFolder.Line(customer: "2"));
        (await connector.ReadAsync(person)).Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task EraseAsync_Should_LoseNoLine_When_AWriterStillHoldsTheRotatedFile()
    {
        // arrange
        folder.Append(CallFolder.Line(customer: "1"), CallFolder.Line(customer: "2"));
        var rotated = folder.Rotate();
        using var writer = new StreamWriter(new FileStream(rotated, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete));
        writer.AutoFlush = true;
        File.SetLastWriteTimeUtc(rotated, new DateTime(2026, 6, 30, 0, 0, 0, DateTimeKind.Utc));
        var connector = folder.Connect();
        var key = await connector.KeyAsync(person);

        // act: once before the exchange of the files, which is then begun again, and once after it
        var late = new Queue<string>(["drafted", "replaced"]);
        connector.Files.Stepped = step =>
        {
            if (late.TryPeek(out var next) && next == step)
            {
                late.Dequeue();
                writer.Write(CallFolder.Line(customer: step, source: "0400000003"));
                File.SetLastWriteTimeUtc(rotated, new DateTime(2026, 6, 30, 0, 0, 0, DateTimeKind.Utc));
            }
        };
        await connector.EraseAsync(person, CallWrites.Call(key));

        // assert
        late.ShouldBeEmpty();
        File.ReadAllText(rotated).ShouldEndWith(
            CallFolder.Line(customer: "2") + CallFolder.Line(customer: "drafted", source: "0400000003")
            + CallFolder.Line(customer: "replaced", source: "0400000003"));
        (await connector.ReadAsync(person)).Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task EraseAsync_Should_LoseNoCall_When_TheExchangeAppendsAllTheWhile()
    {
        // arrange: Asterisk opens the file for each record
        var connector = folder.Connect();
        folder.Append(Enumerable.Range(0, 20).Select(i => CallFolder.Line(customer: "1", uniqueId: $"{i}.1")));
        var keys = (await connector.ReadAsync(person)).Records.Select(call => call.Key).ToList();
        var written = Enumerable.Range(0, 500).Select(i => CallFolder.Line(customer: "2", source: "0400000002", uniqueId: $"{i}.2")).ToList();

        // act
        var writing = Task.Run(() => written.ForEach(line => folder.Append(line)));
        foreach (var key in keys)
        {
            (await connector.EraseAsync(person, CallWrites.Call(key))).ShouldBe([new WriteDone()]);
        }

        await writing;

        // assert
        File.ReadAllLines(folder.Master).Skip(20).Select(line => line + "\n").ShouldBe(written);
        (await connector.ReadAsync(person)).Records.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(28, FailureKind.Transient)]
    [InlineData(30, FailureKind.Configuration)]
    [InlineData(5, FailureKind.Transient)]
    public async Task EraseAsync_Should_SayWhoCanMendIt_When_TheDiskRefuses(int error, FailureKind kind)
    {
        folder.Append(CallFolder.Line(customer: "1"));
        var connector = folder.Connect();
        var key = await connector.KeyAsync(person);
        connector.Files.Stepped = _ => throw new IOException("refused", error);

        var failure = await Should.ThrowAsync<SourceException>(() => connector.EraseAsync(person, CallWrites.Call(key)));

        failure.Kind.ShouldBe(kind);
        failure.Message.ShouldContain(folder.Path);
        failure.Message.ShouldNotContain("400000001");
    }

    private static async Task<bool> SurvivesAsync(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (CrashException)
        {
            return false;
        }
    }

    private sealed class CrashException : Exception;
}
