namespace PersonalDataHub.Connectors.LogIndex.Writing;

/// <summary>The steps by which a source's files are changed; each is on disk when it returns.</summary>
internal sealed class DurableFiles
{
    private const string DraftEnd = ".hub-draft";
    private const FileShare Everything = FileShare.ReadWrite | FileShare.Delete;

    /// <summary>Called with a step's name after it; a test stops a write there, as a crash would.</summary>
    public Action<string> Stepped { get; set; } = static _ => { };

    /// <summary>Removes what a write left behind that was cut off.</summary>
    public static void RemoveDrafts(string folder)
    {
        foreach (var draft in Directory.EnumerateFiles(folder, ".*" + DraftEnd))
        {
            File.Delete(draft);
        }
    }

    /// <summary>Makes a folder, and those on the way to it, for the account that the hub runs as alone.</summary>
    public static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Puts lines over others of the same length; false when one is not where it should be, and the rest is left.</summary>
    /// <remarks>Writes through the file itself, not its name: a rename meanwhile makes no difference.</remarks>
    public bool Overwrite(string path, IEnumerable<(long Offset, byte[] Old, byte[] New)> lines)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, Everything);
        var there = true;
        foreach (var (offset, old, line) in lines)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(line.Length, old.Length);
            var now = new byte[old.Length];
            there = RandomAccess.Read(file, now, offset) == now.Length && now.AsSpan().SequenceEqual(old);
            if (!there)
            {
                break;
            }

            RandomAccess.Write(file, line, offset);
            Stepped("overwritten");
        }

        RandomAccess.FlushToDisk(file);
        return there;
    }

    /// <summary>Puts a new file in another's place, with its mode, owner and, when wanted, time.</summary>
    /// <param name="path">The file to replace; it may be missing.</param>
    /// <param name="keepTime">True when the file's age must not change.</param>
    /// <param name="write">Writes the new content.</param>
    /// <param name="stillRight">Asked right before the exchange; when false nothing is exchanged.</param>
    /// <returns>What <paramref name="stillRight"/> said.</returns>
    public bool Replace(string path, bool keepTime, Action<Stream> write, Func<bool> stillRight)
    {
        var folder = Path.GetDirectoryName(path)!;
        var draft = Path.Combine(folder, $".{Guid.NewGuid():N}{DraftEnd}");
        try
        {
            using (var stream = new FileStream(draft, Private()))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            Stepped("drafted");
            Resemble(draft, path, keepTime);
            if (!stillRight())
            {
                return false;
            }

            File.Move(draft, path, overwrite: true);
            Stepped("replaced");
            FolderEntries.Flush(folder);
            return true;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Adds bytes at the end of a file, which is made when it is missing.</summary>
    public void Append(string path, ReadOnlySpan<byte> bytes)
    {
        var isNew = !File.Exists(path);
        var options = Private();
        options.Mode = FileMode.Append;
        using (var stream = new FileStream(path, options))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        Stepped("appended");
        if (isNew)
        {
            FolderEntries.Flush(Path.GetDirectoryName(path)!);
        }
    }

    /// <summary>Moves a file to another folder of the same file system; folders on the way are made, for the hub alone.</summary>
    public void Move(string from, string to)
    {
        var folder = Path.GetDirectoryName(to)!;
        MakePrivate(folder);
        File.Move(from, to, overwrite: false);
        Stepped("moved");
        FolderEntries.Flush(folder);
        FolderEntries.Flush(Path.GetDirectoryName(from)!);
    }

    /// <summary>Deletes a file; true when it was there.</summary>
    public bool Delete(string path)
    {
        // A link whose target is gone does not exist to File.Exists.
        if (!File.Exists(path) && new FileInfo(path).LinkTarget is null)
        {
            return false;
        }

        File.Delete(path);
        Stepped("deleted");
        FolderEntries.Flush(Path.GetDirectoryName(path)!);
        return true;
    }

    private static void Resemble(string draft, string path, bool keepTime)
    {
        if (!File.Exists(path))
        {
            return;
        }

        if (!OperatingSystem.IsWindows())
        {
            // Owner first: giving a file away takes bits off its mode.
            FileOwner.Of(path)?.Give(draft);
            File.SetUnixFileMode(draft, File.GetUnixFileMode(path));
        }

        if (keepTime)
        {
            File.SetLastWriteTimeUtc(draft, File.GetLastWriteTimeUtc(path));
        }
    }

    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = Everything };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
