using System.Buffers;
using System.Text;

namespace PersonalDataHub.Connectors.LogIndex.Writing;

/// <summary>Copies a log, changing some lines and leaving out fillers; every other byte stays as it was.</summary>
internal sealed class LineCopy
{
    private const int BufferLength = 64 * 1024;

    private readonly Dictionary<string, byte[]?> changes = new(StringComparer.Ordinal);
    private readonly HashSet<int> lengths;

    /// <remarks>Lines are told by their content: an archive has no offsets of its own, and twins are one line to a reader.</remarks>
    public LineCopy(IReadOnlyList<LineChange> changes)
    {
        foreach (var change in changes)
        {
            this.changes[Encoding.Latin1.GetString(change.Old)] = change.New;
        }

        lengths = [.. changes.Select(change => change.Old.Length)];
    }

    public void Run(Stream from, Stream to)
    {
        var line = new ArrayBufferWriter<byte>();
        var buffer = new byte[BufferLength];
        while (from.Read(buffer) is > 0 and var read)
        {
            var rest = buffer.AsSpan(0, read);
            while (rest.IndexOf((byte)'\n') is >= 0 and var end)
            {
                line.Write(rest[..(end + 1)]);
                rest = rest[(end + 1)..];
                Write(line.WrittenSpan, to);
                line.ResetWrittenCount();
            }

            line.Write(rest);
        }

        Write(line.WrittenSpan, to);
    }

    private void Write(ReadOnlySpan<byte> line, Stream to)
    {
        var text = line.EndsWith("\n"u8) ? line[..^1] : line;
        text = text.EndsWith("\r"u8) ? text[..^1] : text;
        if (FillerLine.IsOne(text))
        {
            return;
        }

        if (!lengths.Contains(text.Length) || !changes.TryGetValue(Encoding.Latin1.GetString(text), out var change))
        {
            to.Write(line);
        }
        else if (change is not null)
        {
            to.Write(change);
            to.Write(line[text.Length..]);
        }
    }
}
