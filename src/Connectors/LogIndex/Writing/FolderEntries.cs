using System.Runtime.InteropServices;

namespace PersonalDataHub.Connectors.LogIndex.Writing;

/// <summary>Makes renames and deletions in a folder survive a power failure.</summary>
internal static class FolderEntries
{
    private const int ReadOnly = 0;

    /// <summary>Writes the folder itself to disk. Elsewhere than on Unix the file system sees to it.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException("A folder could not be opened to be written to disk.");
        }

        var flushed = Flush(descriptor);
        _ = Close(descriptor);
        if (flushed != 0)
        {
            throw new IOException("A folder could not be written to disk.");
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
