using System.Buffers.Binary;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Silences one speaker, or spans of time, in the bytes of a WAV file as they pass; the header stays as it is.</summary>
/// <remarks>Of two channels the first is the caller's and the second the agent's.</remarks>
internal sealed class WavSilence
{
    /// <summary>How much of a file's beginning holds its header.</summary>
    public const int HeaderLength = 4096;

    private readonly long dataStart;
    private readonly long dataEnd;
    private readonly int frame;
    private readonly int sample;
    private readonly byte quiet;
    private readonly long framesPerSecond;

    private WavSilence(long dataStart, long dataEnd, int channels, int frame, int bits, long framesPerSecond)
    {
        (this.dataStart, this.dataEnd, this.frame, this.framesPerSecond) = (dataStart, dataEnd, frame, framesPerSecond);
        Channels = channels;
        sample = frame / channels;

        // Eight bits are written without sign: their middle is silence.
        quiet = bits == 8 ? (byte)0x80 : (byte)0;
    }

    /// <summary>How many channels there are.</summary>
    public int Channels { get; }

    /// <summary>Reads the header; null when it is no WAV file of plain samples.</summary>
    public static WavSilence? Read(ReadOnlySpan<byte> head, long total)
    {
        if (head.Length < 12 || !head[..4].SequenceEqual("RIFF"u8) || !head[8..12].SequenceEqual("WAVE"u8))
        {
            return null;
        }

        (int Channels, int Frame, int Bits, long Rate)? format = null;
        var at = 12L;
        while (at + 8 <= head.Length)
        {
            var chunk = head[(int)at..];
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            if (chunk[..4].SequenceEqual("data"u8))
            {
                return format is { Channels: > 0, Frame: > 0, Bits: 8 or 16 or 24 or 32 } known && known.Frame % known.Channels == 0
                    ? new(at + 8, Math.Min(total, at + 8 + length), known.Channels, known.Frame, known.Bits, known.Rate)
                    : null;
            }

            if (chunk[..4].SequenceEqual("fmt "u8) && chunk.Length >= 24 && BinaryPrimitives.ReadUInt16LittleEndian(chunk[8..]) is 1 or 0xFFFE)
            {
                format = (
                    BinaryPrimitives.ReadUInt16LittleEndian(chunk[10..]),
                    BinaryPrimitives.ReadUInt16LittleEndian(chunk[20..]),
                    BinaryPrimitives.ReadUInt16LittleEndian(chunk[22..]),
                    BinaryPrimitives.ReadUInt32LittleEndian(chunk[12..]));
            }

            at += 8 + length + (length & 1);
        }

        return null;
    }

    /// <summary>Silences a speaker in bytes that begin at a place of the file.</summary>
    public void Silence(Span<byte> bytes, long position, RecordingSpeaker speaker)
    {
        var channel = speaker == RecordingSpeaker.Caller ? 0 : 1;
        for (var index = 0; index < bytes.Length; index++)
        {
            var place = position + index;
            if (place >= dataStart && place < dataEnd && (place - dataStart) % frame / sample == channel)
            {
                bytes[index] = quiet;
            }
        }
    }

    /// <summary>Silences everybody during a span of time.</summary>
    public void Silence(Span<byte> bytes, long position, TimeSpan from, TimeSpan to)
    {
        var first = Math.Max(dataStart + (FrameAt(from) * frame), position);
        var end = Math.Min(Math.Min(dataEnd, dataStart + ((FrameAt(to) + 1) * frame)), position + bytes.Length);
        if (first < end)
        {
            bytes[(int)(first - position)..(int)(end - position)].Fill(quiet);
        }
    }

    private long FrameAt(TimeSpan time) => (long)(time.TotalSeconds * framesPerSecond);
}
