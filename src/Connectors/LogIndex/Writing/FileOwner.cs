using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PersonalDataHub.Connectors.LogIndex.Writing;

/// <summary>What the system knows a file by, and whose it is.</summary>
/// <remarks>The base library tells neither; Linux does through <c>statx</c>, which is laid out alike on all processors.</remarks>
internal sealed record FileOwner(ulong Device, ulong Inode, uint User, uint Group)
{
    private const int FromWorkingDirectory = -100;
    private const uint BasicFields = 0x7ff;

    /// <summary>The file at the path; null when there is none, or the system cannot tell.</summary>
    public static FileOwner? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var buffer = new byte[256];
        return StatX(FromWorkingDirectory, path, 0, BasicFields, buffer) == 0
            ? new(
                BinaryPrimitives.ReadUInt64BigEndian(buffer.AsSpan(136)),
                BitConverter.ToUInt64(buffer, 32),
                BitConverter.ToUInt32(buffer, 20),
                BitConverter.ToUInt32(buffer, 24))
            : null;
    }

    /// <summary>Gives another file to the same user and group.</summary>
    /// <exception cref="UnauthorizedAccessException">The account that the hub runs as may not.</exception>
    public void Give(string path)
    {
        if (Of(path) is { } now && (now.User, now.Group) != (User, Group) && ChangeOwner(path, User, Group) != 0)
        {
            throw new UnauthorizedAccessException("A rewritten file could not be given back to its owner.");
        }
    }

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX(
        int directory, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] buffer);

    [DllImport("libc", EntryPoint = "chown", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeOwner([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint user, uint group);
}
