namespace PersonalDataHub.Connectors.Tables;

/// <summary>One state of a table's file, open for reading.</summary>
internal sealed class TableView(TableIndex index, TableFormat format, IReadOnlyList<TableKey> keys, FileStream file)
{
    public int Rows => index.Rows;

    public int Malformed => index.Malformed;

    public TableHeader Header => index.Header;

    /// <summary>When the file was written.</summary>
    public DateTimeOffset WrittenAt => new(index.Stamp.WrittenAt);

    /// <summary>Changes with the file: a page token of another state means nothing.</summary>
    public string State => $"{index.Stamp.Length:x}-{index.Stamp.WrittenAt.Ticks:x}";

    /// <summary>How many rows a key's value finds, without reading them.</summary>
    public int Count(string key, string value) => index.Places(key, value).Count;

    /// <summary>The rows that a key's value finds, in the file's order; only these lines are read.</summary>
    /// <exception cref="StaleTableException">The file was changed in place.</exception>
    public IEnumerable<TableRow> Find(string key, string value) => FindPlaces(key, value).Select(found => found.Row);

    /// <summary>As <see cref="Find"/>, with the bytes at which each line starts and how many it has without its end.</summary>
    /// <exception cref="StaleTableException">The file was changed in place.</exception>
    public IEnumerable<(TableRow Row, long Offset, int Length)> FindPlaces(string key, string value)
    {
        var named = keys.First(known => known.Name == key);
        foreach (var (offset, length) in index.Places(key, value))
        {
            var line = new byte[length];
            var read = RandomAccess.Read(file.SafeFileHandle, line, offset);
            var row = read == length && format.Split(line) is { } fields && fields.Count == index.Header.Count ? new TableRow(index.Header, fields) : null;
            yield return row is not null && named.Of(row) == value ? (row, offset, length) : throw new StaleTableException();
        }
    }
}
