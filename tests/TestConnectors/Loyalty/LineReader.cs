using System.Text;

namespace PersonalDataHub.TestConnectors.Loyalty;

/// <summary>Reads lines and says at which byte each begins.</summary>
internal sealed class LineReader(Stream stream, int bufferSize = LineReader.Longest)
{
    /// <summary>No line of an export is longer, in bytes; what is, cannot be read.</summary>
    public const int Longest = 64 * 1024;

    private readonly byte[] buffer = new byte[bufferSize];
    private readonly MemoryStream line = new();
    private long position = stream.Position;
    private int filled;
    private int next;

    /// <summary>Where the line begins that was read last.</summary>
    public long Offset { get; private set; }

    /// <summary>The next line without its end; empty when it is too long to be one; null after the last.</summary>
    public string? Read()
    {
        Offset = position;
        line.SetLength(0);
        while (Fill())
        {
            var rest = buffer.AsSpan(next, filled - next);
            var end = rest.IndexOf((byte)'\n');
            var part = end < 0 ? rest : rest[..end];
            line.Write(part);
            var taken = end < 0 ? part.Length : part.Length + 1;
            next += taken;
            position += taken;
            if (end >= 0)
            {
                return Text();
            }

            if (line.Length > Longest)
            {
                line.SetLength(Longest + 1);
            }
        }

        return position > Offset ? Text() : null;
    }

    private bool Fill()
    {
        if (next == filled)
        {
            filled = stream.Read(buffer);
            next = 0;
        }

        return filled > 0;
    }

    private string Text() => line.Length > Longest
        ? string.Empty
        : Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length).TrimEnd('\r').TrimStart('\uFEFF');
}
