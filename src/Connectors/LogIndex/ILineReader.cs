namespace PersonalDataHub.Connectors.LogIndex;

/// <summary>Tells by which keys a line of a log is to be found.</summary>
internal interface ILineReader
{
    /// <summary>Changes whenever the same line would be indexed otherwise; an index made with another value is made anew.</summary>
    string Fingerprint { get; }

    /// <summary>Reads a line; false when it is malformed. A line without keys is well-formed and is not indexed.</summary>
    bool TryRead(ReadOnlySpan<byte> line, ICollection<LineKey> keys, out DateTimeOffset at);
}
