using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>The files of a plugin, read once: what is hashed here is what is loaded.</summary>
internal sealed class PluginPackage
{
    private const long LargestPackage = 512L * 1024 * 1024;

    private readonly SortedDictionary<string, byte[]> files;

    private PluginPackage(SortedDictionary<string, byte[]> files, string hash)
    {
        this.files = files;
        Hash = hash;
    }

    /// <summary>SHA-256 over the names and the bytes of all files, in hexadecimal.</summary>
    public string Hash { get; }

    public bool Contains(string name) => files.ContainsKey(name);

    public ReadOnlyMemory<byte> Bytes(string name) => files[name];

    /// <exception cref="PluginException">The folder cannot be read or is too large.</exception>
    public static PluginPackage Read(string folder)
    {
        try
        {
            return ReadFiles(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PluginException($"its files cannot be read ({exception.GetType().Name}); they may still be being copied.");
        }
    }

    /// <summary>Writes the files to a folder of their own, which appears complete or not at all.</summary>
    public string CopyTo(string parent)
    {
        var target = Path.Combine(parent, Hash);
        if (Directory.Exists(target))
        {
            if (Read(target).Hash == Hash)
            {
                return target;
            }

            Directory.Delete(target, recursive: true);
        }

        var draft = Path.Combine(parent, $".{Guid.NewGuid():N}");
        foreach (var (name, bytes) in files)
        {
            var path = Path.Combine(draft, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }

        Directory.Move(draft, target);
        return target;
    }

    private static PluginPackage ReadFiles(string folder)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var total = 0L;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            total += new FileInfo(path).Length;
            if (total > LargestPackage)
            {
                throw new PluginException("its folder holds more than 512 MiB, which no plugin needs.");
            }

            files.Add(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path));
        }

        return new(files, HashOf(files));
    }

    private static string HashOf(SortedDictionary<string, byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[8];
        foreach (var (name, bytes) in files)
        {
            foreach (var part in (ReadOnlySpan<byte[]>)[Encoding.UTF8.GetBytes(name), bytes])
            {
                BinaryPrimitives.WriteInt64LittleEndian(length, part.LongLength);
                hash.AppendData(length);
                hash.AppendData(part);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
