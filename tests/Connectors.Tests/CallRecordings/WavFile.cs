using System.Text;

namespace PersonalDataHub.Connectors.Tests.CallRecordings;

/// <summary>Writes real WAV files: stereo, 8 kHz, 16 bits.</summary>
internal static class WavFile
{
    public const int HeaderLength = 44;

    public static void Write(string path, int seconds, bool promiseMore = false)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var writer = new BinaryWriter(File.Create(path), Encoding.ASCII);
        var data = seconds * 8000 * 4;
        writer.Write("RIFF"u8);
        writer.Write(36 + data);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)2);
        writer.Write(8000);
        writer.Write(8000 * 4);
        writer.Write((short)4);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(promiseMore ? data * 2 : data);
        for (var frame = 0; frame < seconds * 8000; frame++)
        {
            writer.Write((short)(1000 * Math.Sin(frame / 5.0)));
            writer.Write((short)0);
        }
    }
}
