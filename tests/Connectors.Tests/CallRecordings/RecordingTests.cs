using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Tests.CallRecordings;

public sealed class RecordingTests : IDisposable
{
    private readonly CallFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ReadAsync_Should_TellChannelsAndLength_When_TheRecordingIsWhole()
    {
        // arrange
        WavFile.Write(folder.Recording("2026/06/call.wav"), seconds: 3);
        folder.Append(CallFolder.Line(customer: "1", recording: "2026/06/call.wav"));
        var connector = folder.Connect();

        // act
        var call = (await connector.ReadAsync(Calls.Customer("1"))).Records.ShouldHaveSingleItem();

        // assert
        call.Of(connector.Describe(), "channels").ShouldBe(new IntegerValue(2));
        call.Of(connector.Describe(), "recordingLength").ShouldBe(new DurationValue(TimeSpan.FromSeconds(3)));
        call.Of(connector.Describe(), "recording").ShouldBeOfType<MediaValue>().Length.ShouldBe(WavFile.HeaderLength + (3 * 32_000));
    }

    [Fact]
    public async Task ReadAsync_Should_GiveTheCallAndSayWhy_When_TheRecordingIsMalformedMissingOrOutside()
    {
        // arrange
        WavFile.Write(folder.Recording("short.wav"), seconds: 1, promiseMore: true);
        File.WriteAllText(folder.Recording("text.wav"), "no sound");
        folder.Append(
            CallFolder.Line(customer: "1", recording: "short.wav"),
            CallFolder.Line(customer: "1", recording: "text.wav"),
            CallFolder.Line(customer: "1", recording: "gone.wav"),
            CallFolder.Line(customer: "1", recording: "../outside.wav"));

        // act
        var page = await folder.Connect().ReadAsync(Calls.Customer("1"));

        // assert
        page.Records.Count.ShouldBe(4);
        page.Gaps.Order().ShouldBe(
        [
            "Recordings not handed out, because their path is not that of a WAV file in the source's folder: 1.",
            "Recordings that call detail records name and that are not in the folder: 1.",
            "Recordings with a malformed WAV header, whose channels and length are not known: 2.",
        ]);
    }

    [Fact]
    public async Task ReadMediaAsync_Should_GiveTheWholeRecording_When_ReadPartByPart()
    {
        // arrange
        var path = folder.Recording("call.wav");
        WavFile.Write(path, seconds: 2);
        var connector = folder.Connect();
        var bytes = new List<byte>();

        // act
        MediaPart part;
        do
        {
            part = await connector.ReadMediaAsync(new("call.wav", bytes.Count, 10_000), TestContext.Current.CancellationToken);
            bytes.AddRange(part.Bytes.ToArray());
        }
        while (bytes.Count < part.TotalLength);

        // assert
        bytes.ShouldBe(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        var beyond = await connector.ReadMediaAsync(new("call.wav", part.TotalLength + 5, 10), TestContext.Current.CancellationToken);
        beyond.Bytes.Length.ShouldBe(0);
    }

    [Theory]
    [InlineData("../secret.wav")]
    [InlineData("a/../../secret.wav")]
    [InlineData("/secret.wav")]
    [InlineData("..\\secret.wav")]
    [InlineData("Master.csv")]
    [InlineData("link.wav")]
    [InlineData("linked/secret.wav")]
    [InlineData("renamed.wav")]
    public async Task ReadMediaAsync_Should_Refuse_When_TheKeyLeadsOutOfTheFolder(string key)
    {
        // arrange
        var secret = Path.Combine(folder.Outside, "secret.wav");
        WavFile.Write(secret, seconds: 1);
        File.CreateSymbolicLink(folder.Recording("link.wav"), secret);
        Directory.CreateSymbolicLink(folder.Recording("linked"), folder.Outside);
        File.CreateSymbolicLink(folder.Recording("renamed.wav"), "Master.csv");

        // act
        var failure = await Should.ThrowAsync<SourceException>(
            folder.Connect().ReadMediaAsync(new(key, 0, 10), TestContext.Current.CancellationToken));

        // assert
        failure.Message.ShouldBe("The key is not that of a recording in this folder.");
    }

    [Fact]
    public async Task ReadMediaAsync_Should_FollowLinks_When_TheyStayInTheFolder()
    {
        WavFile.Write(folder.Recording("2026/call.wav"), seconds: 1);
        File.CreateSymbolicLink(folder.Recording("latest.wav"), "2026/call.wav");

        var part = await folder.Connect().ReadMediaAsync(new("latest.wav", 0, 4), TestContext.Current.CancellationToken);

        part.Bytes.ToArray().ShouldBe("RIFF"u8.ToArray());
    }
}
