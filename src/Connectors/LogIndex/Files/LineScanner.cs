namespace PersonalDataHub.Connectors.LogIndex.Files;

/// <summary>Splits a stream into lines, without their ends. A last line without an end is given only on request.</summary>
/// <param name="stream">The bytes.</param>
/// <param name="start">The offset of the stream's first byte in the file.</param>
internal sealed class LineScanner(Stream stream, long start)
{
    /// <summary>No log writes longer lines: nginx and Asterisk cut theirs well below.</summary>
    public const int LongestLine = 64 * 1024;

    private readonly byte[] buffer = new byte[4 * LongestLine];
    private int begin;
    private int end;
    private bool overlong;
    private bool ended;

    /// <summary>The offset after the last line that was given.</summary>
    public long Consumed { get; private set; } = start;

    /// <summary>The offset of <see cref="Line"/>.</summary>
    public long Offset { get; private set; }

    /// <summary>True when the line was too long to be kept; <see cref="Line"/> is then empty.</summary>
    public bool Overlong { get; private set; }

    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Moves to the next complete line.</summary>
    public bool Next()
    {
        while (true)
        {
            var length = buffer.AsSpan(begin, end - begin).IndexOf((byte)'\n');
            if (length >= 0)
            {
                Give(length, length + 1);
                return true;
            }

            if (!Fill())
            {
                return false;
            }
        }
    }

    /// <summary>Gives what follows the last line end, for a file that nobody appends to.</summary>
    public bool Rest()
    {
        if (begin == end && !overlong)
        {
            return false;
        }

        Give(end - begin, end - begin);
        return true;
    }

    private void Give(int length, int withEnd)
    {
        Overlong = overlong || length > LongestLine;
        Offset = Consumed;
        var line = buffer.AsMemory(begin, length);
        Line = Overlong ? default : line.Span.EndsWith("\r"u8) ? line[..^1] : line;
        begin += withEnd;
        Consumed += withEnd;
        overlong = false;
    }

    private bool Fill()
    {
        if (ended)
        {
            return false;
        }

        if (end - begin > LongestLine)
        {
            // Longer than any log writes: only its end matters now.
            Drop();
        }

        buffer.AsSpan(begin, end - begin).CopyTo(buffer);
        end -= begin;
        begin = 0;
        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        ended = read == 0;
        return read > 0;
    }

    private void Drop()
    {
        overlong = true;
        Consumed += end - begin;
        begin = end;
    }
}
