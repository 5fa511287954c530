using System.Text;
using System.Text.Json;
using PersonalDataHub.Connectors.LogIndex.Writing;

namespace PersonalDataHub.Connectors.CallRecordings.Writing;

/// <summary>The list of calls kept restricted, beside their recordings: one line per change, the latest counts.</summary>
internal sealed class RestrictionManifest(string folder, DurableFiles files)
{
    private readonly string path = Path.Combine(folder, "manifest.jsonl");

    /// <summary>The entries in force, by call.</summary>
    public IReadOnlyDictionary<string, RestrictionEntry> Read()
    {
        var entries = new Dictionary<string, RestrictionEntry>(StringComparer.Ordinal);
        foreach (var entry in Lines().Select(Parse).OfType<RestrictionEntry>())
        {
            entries[entry.Call] = entry;
        }

        return entries.Where(pair => pair.Value.Restricted).ToDictionary(StringComparer.Ordinal);
    }

    public void Add(RestrictionEntry entry)
    {
        DurableFiles.MakePrivate(folder);
        var line = JsonSerializer.Serialize(entry, RestrictionJson.Default.RestrictionEntry) + "\n";

        // A line that a crash cut off must not swallow this one.
        files.Append(path, Encoding.UTF8.GetBytes(EndsWithLine() ? line : "\n" + line));
    }

    /// <summary>Removes all that was ever noted of the calls.</summary>
    public void Forget(IReadOnlySet<string> calls)
    {
        var lines = Lines();
        var kept = lines.Where(line => Parse(line) is { } entry && !calls.Contains(entry.Call)).ToList();
        if (kept.Count < lines.Count)
        {
            files.Replace(
                path,
                keepTime: false,
                draft => draft.Write(Encoding.UTF8.GetBytes(string.Concat(kept.Select(line => line + "\n")))),
                () => true);
        }
    }

    private static RestrictionEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, RestrictionJson.Default.RestrictionEntry);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private IReadOnlyList<string> Lines()
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    private bool EndsWithLine()
    {
        if (!File.Exists(path))
        {
            return true;
        }

        using var file = File.OpenRead(path);
        file.Position = Math.Max(0, file.Length - 1);
        return file.ReadByte() is -1 or '\n';
    }
}
