using System.Buffers.Binary;

namespace PersonalDataHub.Connectors.CallRecordings;

/// <summary>What the header of a WAV file says.</summary>
internal sealed record WavFormat(int Channels, int SampleRate, int BitsPerSample, TimeSpan Duration)
{
    private const int Pcm = 1;
    private const int Extensible = 0xFFFE;

    /// <summary>Reads the header; null when it is malformed or promises more than the file holds.</summary>
    public static WavFormat? Read(Stream file)
    {
        Span<byte> head = stackalloc byte[12];
        if (!TryFill(file, head) || !head[..4].SequenceEqual("RIFF"u8) || !head[8..].SequenceEqual("WAVE"u8))
        {
            return null;
        }

        Format? format = null;
        Span<byte> chunk = stackalloc byte[8];
        while (TryFill(file, chunk))
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            if (length > file.Length - file.Position)
            {
                return null;
            }

            if (chunk[..4].SequenceEqual("data"u8))
            {
                return format is { } known ? known.For(length) : null;
            }

            var next = file.Position + length + (length & 1);
            if (chunk[..4].SequenceEqual("fmt "u8) && (format = Format.Read(file, length)) is null)
            {
                return null;
            }

            file.Position = next;
        }

        return null;
    }

    private static bool TryFill(Stream file, Span<byte> bytes) =>
        file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length;

    private sealed record Format(int Channels, int SampleRate, int FrameLength, int BitsPerSample)
    {
        public static Format? Read(Stream file, uint length)
        {
            Span<byte> bytes = stackalloc byte[16];
            if (length < bytes.Length || !TryFill(file, bytes))
            {
                return null;
            }

            var coding = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
            var channels = BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);
            var rate = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            var frame = BinaryPrimitives.ReadUInt16LittleEndian(bytes[12..]);
            var bits = BinaryPrimitives.ReadUInt16LittleEndian(bytes[14..]);
            var sound = coding is Pcm or Extensible && channels is >= 1 and <= 8 && rate is >= 1000 and <= 384_000;
            return sound && bits is 8 or 16 or 24 or 32 && frame == channels * bits / 8
                ? new(channels, (int)rate, frame, bits)
                : null;
        }

        public WavFormat For(uint length) => new(
            Channels, SampleRate, BitsPerSample, TimeSpan.FromSeconds(length / FrameLength / (double)SampleRate));
    }
}
