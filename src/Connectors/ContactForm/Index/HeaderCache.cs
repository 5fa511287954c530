using PersonalDataHub.Connectors.LogIndex.Writing;

namespace PersonalDataHub.Connectors.ContactForm.Index;

/// <summary>The index on disk: a line per file. It may be lost at any time, and two instances may add to it at once.</summary>
internal sealed class HeaderCache(string path, string fingerprint)
{
    private readonly DurableFiles files = new();

    /// <summary>What was kept, by file; empty where it was made with other settings.</summary>
    public Dictionary<UInt128, IndexedMessage> Read()
    {
        var entries = new Dictionary<UInt128, IndexedMessage>();
        if (!File.Exists(path))
        {
            return entries;
        }

        using var lines = File.ReadLines(path).GetEnumerator();
        if (!lines.MoveNext() || lines.Current != fingerprint)
        {
            return entries;
        }

        while (lines.MoveNext())
        {
            if (IndexedMessage.Parse(lines.Current) is { } entry)
            {
                entries[entry.File] = entry;
            }
        }

        return entries;
    }

    /// <summary>Adds entries; a line that a crash cut off before does not swallow the first of them.</summary>
    public void Add(IReadOnlyCollection<IndexedMessage> entries) => File.AppendAllLines(path, [string.Empty, .. entries.Select(entry => entry.ToLine())]);

    /// <summary>Writes the index anew with these entries only.</summary>
    public void Write(IEnumerable<IndexedMessage> entries)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        files.Replace(
            path,
            keepTime: false,
            draft =>
            {
                using var writer = new StreamWriter(draft, leaveOpen: true);
                writer.WriteLine(fingerprint);
                foreach (var entry in entries)
                {
                    writer.WriteLine(entry.ToLine());
                }
            },
            () => true);
    }
}
