using System.Buffers.Binary;

namespace PersonalDataHub.DemoSources.Calls;

/// <summary>A WAV file in which two parties take turns: the caller beeps low on the left, the agent high on the right.</summary>
internal static class ToneFile
{
    private const int HeaderLength = 44;
    private const int SampleRate = 8_000;
    private const int FrameLength = 4;
    private const double Loudness = 9_000;

    /// <summary>Stereo, 8,000 frames a second, 16 bit PCM.</summary>
    /// <param name="length">How long it plays.</param>
    /// <param name="callerTone">The caller's tone in hertz.</param>
    /// <param name="agentTone">The agent's tone in hertz.</param>
    public static byte[] Make(TimeSpan length, int callerTone, int agentTone)
    {
        var frames = (int)(length.TotalSeconds * SampleRate);
        var file = new byte[HeaderLength + (frames * FrameLength)];
        WriteHeader(file, frames * FrameLength);
        var turn = Math.Min(frames / 2, SampleRate * 2 / 5);
        for (var frame = 0; frame < frames; frame++)
        {
            var callerSpeaks = frame / turn % 2 == 0;
            var tone = callerSpeaks ? callerTone : agentTone;
            var burst = frame % (turn / 4) < turn / 5 ? Loudness : 0;
            var sample = (short)(burst * Math.Sin(2 * Math.PI * tone * frame / SampleRate));
            var at = HeaderLength + (frame * FrameLength) + (callerSpeaks ? 0 : 2);
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(at), sample);
        }

        return file;
    }

    private static void WriteHeader(Span<byte> file, int dataLength)
    {
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file[4..], HeaderLength - 8 + dataLength);
        "WAVEfmt "u8.CopyTo(file[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(file[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(file[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(file[22..], 2);
        BinaryPrimitives.WriteInt32LittleEndian(file[24..], SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(file[28..], SampleRate * FrameLength);
        BinaryPrimitives.WriteInt16LittleEndian(file[32..], FrameLength);
        BinaryPrimitives.WriteInt16LittleEndian(file[34..], 16);
        "data"u8.CopyTo(file[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(file[40..], dataLength);
    }
}
