using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PersonalDataHub.TestConnectors.Loyalty;

/// <summary>Where in the export each identity stands. Holds digests in order, so that finding one takes a few short reads.</summary>
/// <remarks>A header of two numbers (entries, lines that could not be read), then entries of two: digest and offset.</remarks>
internal sealed class ExportIndex : IDisposable
{
    private const int EntrySize = 16;

    private readonly FileStream file;
    private readonly long entries;

    public ExportIndex(string path)
    {
        file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        (entries, UnreadLines) = ReadPair(0);
    }

    public long UnreadLines { get; }

    /// <summary>The digest of an identity. Two may share one, so whoever follows it looks at the line itself.</summary>
    public static long DigestOf(string field, string value) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{field}|{value}")));

    /// <summary>Writes the index; the file is there whole or not at all.</summary>
    public static void Write(string path, List<(long Digest, long Offset)> found, long unreadLines)
    {
        found.Sort();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 64 * 1024))
        {
            WritePair(stream, found.Count, unreadLines);
            foreach (var (digest, offset) in found)
            {
                WritePair(stream, digest, offset);
            }
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Where the lines begin that may hold an identity of this digest.</summary>
    public IEnumerable<long> Find(long digest)
    {
        var (low, high) = (0L, entries);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (ReadPair(middle + 1).First < digest)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        for (; low < entries && ReadPair(low + 1) is var entry && entry.First == digest; low++)
        {
            yield return entry.Second;
        }
    }

    public void Dispose() => file.Dispose();

    private static void WritePair(FileStream stream, long first, long second)
    {
        Span<byte> bytes = stackalloc byte[EntrySize];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, first);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], second);
        stream.Write(bytes);
    }

    private (long First, long Second) ReadPair(long position)
    {
        Span<byte> bytes = stackalloc byte[EntrySize];
        file.Position = position * EntrySize;
        file.ReadExactly(bytes);
        return (BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]));
    }
}
