using System.IO.Compression;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex.Files;
using PersonalDataHub.Connectors.LogIndex.Storage;

namespace PersonalDataHub.Connectors.LogIndex.Writing;

/// <summary>Changes lines of a log that others write to and rotate, so that nobody else's line is lost or altered.</summary>
/// <remarks>
/// Whoever appends to a log keeps it open, under whatever name. A file that may still be written to is therefore changed
/// in place, by as many bytes; only archives and files that their writer has left are written anew and exchanged.
/// </remarks>
internal sealed class LogEditor(LogFolder folder, DurableFiles files)
{
    /// <summary>How long a rotated file has to lie still: its writer may hold it for a moment after the rename.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    /// <summary>True when lines of the file may change their length.</summary>
    public bool MayRewrite(KnownFile file)
    {
        if (file.Packed || folder.Edited)
        {
            return true;
        }

        // The clock is that of the file system, not the hub's. Something in the live log shows that its writer uses it.
        var live = new FileInfo(PathOf(folder.FileName));
        return file.Name != folder.FileName
            && live is { Exists: true, Length: > 0 }
            && live.LastWriteTimeUtc - File.GetLastWriteTimeUtc(PathOf(file.Name)) >= Quiet;
    }

    /// <summary>Changes lines of a file; false when it no longer is what the index saw, and a part may remain to be done.</summary>
    /// <exception cref="SourceException">The file cannot be changed now, or at all.</exception>
    public bool Apply(KnownFile file, IReadOnlyList<LineChange> changes)
    {
        if (file.Broken)
        {
            throw new SourceException(
                FailureKind.Configuration,
                $"'{file.Name}' is no whole gzip archive and cannot be written anew; mend or remove it, then repeat the task.");
        }

        try
        {
            RequireNothingBeingPacked();
            return MayRewrite(file) ? Rewrite(file, changes) : Overwrite(file, changes);
        }
        catch (FileNotFoundException)
        {
            // Rotated under another name meanwhile.
            return false;
        }
    }

    /// <summary>
    /// Asked before the first change and after the last: gzip reads a file to its end before it removes it, so what is
    /// changed meanwhile comes back with the archive.
    /// </summary>
    /// <exception cref="SourceException">A file is being packed.</exception>
    public void RequireNothingBeingPacked()
    {
        var packing = Directory.EnumerateFiles(folder.Folder, folder.FileName + "*.gz").FirstOrDefault(path => File.Exists(path[..^3]));
        if (packing is not null)
        {
            throw new SourceException(
                FailureKind.Transient,
                $"'{Path.GetFileName(packing)}' is being made of the file beside it; try again when it is done, or remove one of the two.");
        }
    }

    // The latest line first: a visit is known by its first line, so that what a crash leaves of it is still the same visit.
    private bool Overwrite(KnownFile file, IReadOnlyList<LineChange> changes) => files.Overwrite(
        PathOf(file.Name),
        changes.OrderByDescending(change => change.Line.Offset)
            .Select(change => (change.Line.Offset, change.Old, change.New ?? FillerLine.Of(change.Old.Length))));

    private bool Rewrite(KnownFile file, IReadOnlyList<LineChange> changes)
    {
        var path = PathOf(file.Name);
        var before = FileOwner.Of(path);
        using var original = new OpenLog(path, new ByteMeter());
        var copy = new LineCopy(changes);
        var replaced = files.Replace(
            path,
            keepTime: !folder.Edited,
            draft => Copy(original, draft, copy, file.Packed),
            () => FileOwner.Of(path) == before && new FileInfo(path).Length == original.Length);
        if (replaced && original.Added() is { Length: > 0 } added)
        {
            // Somebody who had opened the file before the exchange has written to it since.
            files.Append(path, added);
        }

        return replaced;
    }

    private static void Copy(OpenLog original, Stream draft, LineCopy copy, bool packed)
    {
        if (!packed)
        {
            copy.Run(original.From(0), draft);
            return;
        }

        using var unpacked = new GZipStream(original.From(0), CompressionMode.Decompress);
        using var archive = new GZipStream(draft, CompressionLevel.Optimal, leaveOpen: true);
        copy.Run(unpacked, archive);
    }

    private string PathOf(string name) => Path.Combine(folder.Folder, name);
}
