using System.Buffers.Binary;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Tests.Registrants.Recordings;

public sealed class WavSilenceTests
{
    private const int Rate = 8_000;
    private const int Header = 44;

    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(1 << 18)]
    public void Silence_Should_LeaveTheOtherSpeakerAsRecorded_When_TheBytesPassInParts(int part)
    {
        // arrange
        var file = Stereo(seconds: 1);
        var silence = WavSilence.Read(file, file.Length).ShouldNotBeNull();

        // act
        var passed = Pass(file, part, (bytes, at) => silence.Silence(bytes, at, RecordingSpeaker.Agent));

        // assert
        silence.Channels.ShouldBe(2);
        passed[..Header].ShouldBe(file[..Header]);
        for (var frame = 0; frame < Rate; frame++)
        {
            Sample(passed, frame, 0).ShouldBe(Sample(file, frame, 0));
            Sample(passed, frame, 1).ShouldBe((short)0);
        }
    }

    [Fact]
    public void Silence_Should_SilenceTheSpanOnly_When_SomebodyElseIsSpokenOf()
    {
        // arrange
        var file = Stereo(seconds: 3);
        var silence = WavSilence.Read(file, file.Length).ShouldNotBeNull();

        // act
        var passed = Pass(file, 777, (bytes, at) => silence.Silence(bytes, at, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)));

        // assert
        passed[..Header].ShouldBe(file[..Header]);
        Enumerable.Range(0, 3 * Rate).Where(frame => Sample(passed, frame, 0) == 0).ShouldBe(Enumerable.Range(Rate, Rate + 1));
        Enumerable.Range(0, 3 * Rate).Where(frame => Sample(passed, frame, 1) == 0).ShouldBe(Enumerable.Range(Rate, Rate + 1));
    }

    [Theory]
    [InlineData("not a recording at all, but long enough to be one")]
    [InlineData("RIFF")]
    public void Read_Should_SayThatItIsNone_When_ItIsNoWavFile(string text)
    {
        WavSilence.Read(System.Text.Encoding.ASCII.GetBytes(text), text.Length).ShouldBeNull();
    }

    private static byte[] Pass(byte[] file, int part, Action<byte[], long> quieten)
    {
        var passed = new MemoryStream();
        for (var at = 0; at < file.Length; at += part)
        {
            var bytes = file[at..Math.Min(file.Length, at + part)];
            quieten(bytes, at);
            passed.Write(bytes);
        }

        return passed.ToArray();
    }

    private static short Sample(byte[] file, int frame, int channel) =>
        BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(Header + (frame * 4) + (channel * 2)));

    private static byte[] Stereo(int seconds)
    {
        var file = new byte[Header + (seconds * Rate * 4)];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(22), 2);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), Rate * 4);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(32), 4);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(34), 16);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), file.Length - Header);
        file.AsSpan(Header).Fill(0x11);
        return file;
    }
}
