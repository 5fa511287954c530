using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.LogIndex.Files;

/// <summary>A log in a folder: the live file, its rotated predecessors and their gzip archives.</summary>
/// <param name="folder">The folder.</param>
/// <param name="fileName">The live file's name; <c>x.log</c> brings <c>x.log.1</c>, <c>x.log-20261101</c>, <c>x.log.2.gz</c> along.</param>
internal sealed class LogFolder(string folder, string fileName)
{
    private const string Gzip = ".gz";
    private const int MostLooks = 10;

    public string Folder { get; } = folder;

    public string FileName { get; } = fileName;

    /// <summary>
    /// True for a single file that is edited rather than appended to: it is never rotated, and any change makes its
    /// index anew.
    /// </summary>
    public bool Edited { get; init; }

    public IReadOnlyList<LogFile> List()
    {
        var directory = new DirectoryInfo(Folder);
        if (!directory.Exists)
        {
            throw new SourceException(
                FailureKind.Configuration, $"The folder '{Folder}' does not exist; mend the path in the source's settings.");
        }

        var all = Look(directory);
        var names = all.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);

        // While gzip writes its archive the original still stands beside it, and is the complete one of the two.
        return [.. all
            .Where(file => !IsPacked(file.Name) || !names.Contains(file.Name[..^Gzip.Length]))
            .Select(file => new LogFile(
                file.Name, file.FullName, file.Length, file.LastWriteTimeUtc.Ticks, IsPacked(file.Name)))
            .OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    // A file that is renamed while the folder is read may show under neither name: two looks have to agree.
    private List<FileInfo> Look(DirectoryInfo directory)
    {
        List<FileInfo>? before = null;
        for (var looks = 0; looks < MostLooks; looks++)
        {
            var seen = directory.EnumerateFiles(FileName + "*").Where(file => IsOurs(file.Name))
                .OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
            if (before is not null && seen.Select(file => file.Name).SequenceEqual(before.Select(file => file.Name), StringComparer.Ordinal))
            {
                return seen;
            }

            before = seen;
        }

        return before!;
    }

    private static bool IsPacked(string name) => name.EndsWith(Gzip, StringComparison.Ordinal);

    private bool IsOurs(string name)
    {
        var rest = name.AsSpan(FileName.Length);
        if (rest.IsEmpty || Edited)
        {
            return rest.IsEmpty;
        }

        var suffix = IsPacked(name) ? rest[..^Gzip.Length] : rest;
        return suffix.Length > 1 && suffix[0] is '.' or '-' && suffix[1..].IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
