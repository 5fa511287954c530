using System.Globalization;
using System.Text;
using PersonalDataHub.Connectors.LogIndex.Storage;
using PersonalDataHub.Connectors.LogIndex.Writing;

namespace PersonalDataHub.Connectors.PartnerFeed;

/// <summary>What was erased and must not be shown when a partner delivers it again: keyed hashes, no values.</summary>
/// <remarks>It lies beside the deliveries and not in the work directory, which may be emptied at any time.</remarks>
internal sealed class SuppressionList(string folder, DurableFiles files)
{
    private const string Kind = "row";

    private readonly Lock gate = new();
    private readonly string path = Path.Combine(folder, "erased.list");
    private IndexSecrets? secrets;
    private (DateTime WrittenAt, HashSet<UInt128> Hashes)? known;

    /// <summary>How many rows are on it.</summary>
    public int Count => Hashes().Count;

    public bool Contains(string pair)
    {
        var hashes = Hashes();
        return hashes.Count > 0 && hashes.Contains(Secrets().Hash(Kind, pair));
    }

    /// <summary>Adds rows; on disk when this returns.</summary>
    public void Add(IEnumerable<string> pairs)
    {
        var added = pairs.Where(pair => !Contains(pair)).Select(pair => Secrets().Hash(Kind, pair)).Distinct().ToList();
        if (added.Count > 0)
        {
            // A line that a crash cut off must not swallow the first of these.
            files.Append(path, Encoding.ASCII.GetBytes("\n" + string.Concat(added.Select(hash => $"{hash:x32}\n"))));
            lock (gate)
            {
                known = null;
            }
        }
    }

    private HashSet<UInt128> Hashes()
    {
        lock (gate)
        {
            var written = File.GetLastWriteTimeUtc(path);
            if (known is not { } now || now.WrittenAt != written || !File.Exists(path))
            {
                known = now = (written, File.Exists(path) ? [.. File.ReadLines(path).Select(Parse).OfType<UInt128>()] : []);
            }

            return now.Hashes;
        }
    }

    private IndexSecrets Secrets()
    {
        lock (gate)
        {
            if (secrets is null)
            {
                DurableFiles.MakePrivate(folder);
                secrets = IndexSecrets.Open(Path.Combine(folder, "erased.key"));
            }

            return secrets;
        }
    }

    private static UInt128? Parse(string line) =>
        line.Length == 32 && UInt128.TryParse(line, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash) ? hash : null;
}
