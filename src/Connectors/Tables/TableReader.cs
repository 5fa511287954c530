using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex.Files;

namespace PersonalDataHub.Connectors.Tables;

/// <summary>Reads a table row by row.</summary>
internal sealed class TableReader
{
    private readonly TableFormat format;
    private readonly LineScanner lines;

    /// <summary>Reads the first line.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="columns">The columns that it must have.</param>
    /// <exception cref="SourceException">A column is missing.</exception>
    public TableReader(Stream stream, string name, TableFormat format, IReadOnlyList<string> columns)
    {
        this.format = format;
        lines = new(stream, 0);
        var line = lines.Next() || lines.Rest() ? lines.Line.Span : default;
        line = line.StartsWith("\uFEFF"u8) ? line[3..] : line;
        Header = new(format.Split(line) ?? []);
        var missing = columns.Where(column => Header.Find(column) is null).ToList();
        if (missing.Count > 0)
        {
            throw new SourceException(
                FailureKind.Configuration,
                $"'{name}' lacks the columns: {string.Join(", ", missing)}. Its first line must name them; check the settings for columns, 'separator' and 'encoding'.");
        }
    }

    public TableHeader Header { get; }

    /// <summary>The row read last; null when its line is malformed.</summary>
    public TableRow? Row { get; private set; }

    /// <summary>Where the line starts in the file.</summary>
    public long Offset => lines.Offset;

    /// <summary>Bytes of the line without its end.</summary>
    public int Length => lines.Line.Length;

    /// <summary>Moves to the next line that is not empty.</summary>
    public bool Next()
    {
        while (lines.Next() || lines.Rest())
        {
            if (lines.Overlong || !lines.Line.IsEmpty)
            {
                Row = !lines.Overlong && format.Split(lines.Line.Span) is { } fields && fields.Count == Header.Count ? new(Header, fields) : null;
                return true;
            }
        }

        return false;
    }
}
