using System.Text;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.WeeklyExport;

/// <summary>
/// The file in which changes wait for the exporting system: a line each, only ever added. That system remembers how far it
/// has read; so a change is queued once however often it is asked for.
/// </summary>
internal sealed class HandOver(string path)
{
    public async Task<IReadOnlySet<string>> TokensAsync(CancellationToken cancellationToken) =>
        File.Exists(path) ? TokensOf(await File.ReadAllTextAsync(path, cancellationToken)) : new HashSet<string>();

    /// <summary>Adds those changes that are not queued yet, in their order, and returns when they are on the disk.</summary>
    public async Task QueueAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        await using var file = Open();
        using var reader = new StreamReader(file, leaveOpen: true);
        var text = await reader.ReadToEndAsync(cancellationToken);
        var queued = TokensOf(text);

        // A line that a crash cut short was never promised to anybody.
        file.SetLength(Encoding.UTF8.GetByteCount(text.AsSpan(0, text.LastIndexOf('\n') + 1)));
        file.Seek(0, SeekOrigin.End);
        var lines = string.Concat(changes.Where(change => !queued.Contains(change.Token)).Select(change => change.Line + "\n"));
        await file.WriteAsync(Encoding.UTF8.GetBytes(lines), cancellationToken);
        file.Flush(flushToDisk: true);
    }

    private FileStream Open()
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new SourceException(FailureKind.Transient, "The hand-over file is in use; try again.", exception);
        }
    }

    private static HashSet<string> TokensOf(string text) =>
        [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n').Select(line => line.Split(';')[0])];
}
