using PersonalDataHub.Connectors.LogIndex.Writing;

namespace PersonalDataHub.Connectors.Tables;

/// <summary>By what a changed or replaced file is noticed.</summary>
internal sealed record FileStamp(long Length, DateTime WrittenAt, ulong? Inode)
{
    /// <summary>The stamp of the file at the path; null when there is none.</summary>
    public static FileStamp? Of(string path) =>
        new FileInfo(path) is { Exists: true } file ? new(file.Length, file.LastWriteTimeUtc, FileOwner.Of(path)?.Inode) : null;
}
