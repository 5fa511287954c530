using System.Text.Json;

namespace PersonalDataHub.FaultSource;

/// <summary>Every call and effect, a line each, on the disk before it happens.</summary>
internal sealed class Ledger : IDisposable
{
    private readonly FileStream file;

    public Ledger(string path)
    {
        Earlier = File.Exists(path)
            ? [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize<LedgerLine>(line, JsonSerializerOptions.Web)!)]
            : [];
        file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
    }

    /// <summary>What an earlier process wrote.</summary>
    public IReadOnlyList<LedgerLine> Earlier { get; }

    public void Append(params IEnumerable<LedgerLine> lines)
    {
        foreach (var line in lines)
        {
            JsonSerializer.Serialize(file, line, JsonSerializerOptions.Web);
            file.WriteByte((byte)'\n');
        }

        file.Flush(flushToDisk: true);
    }

    public void Dispose() => file.Dispose();
}
