using System.Security.Cryptography;

namespace PersonalDataHub.Connectors.LogIndex.Files;

/// <summary>Recognises a file by what it holds: hashes of its first bytes and of the last bytes that were indexed.</summary>
/// <remarks>
/// The content tells what inode numbers cannot: that a copy made by <c>copytruncate</c> is the log it was copied from,
/// and that a file edited in place is another one. It works on network folders, where inode numbers may change.
/// </remarks>
internal sealed record FileFingerprint(int PrefixLength, UInt128 Prefix, int TailLength, UInt128 Tail)
{
    private const int Window = 1024;

    /// <summary>The fingerprint of the first <paramref name="indexed"/> bytes.</summary>
    public static FileFingerprint Take(OpenLog log, long indexed)
    {
        var window = (int)Math.Min(Window, indexed);
        return new(window, Hash(log, 0, window), window, Hash(log, indexed - window, window));
    }

    public bool StartsLike(OpenLog log) =>
        PrefixLength > 0 && log.Length >= PrefixLength && Hash(log, 0, PrefixLength) == Prefix;

    public bool ReachesLike(OpenLog log, long indexed) =>
        log.Length >= indexed && Hash(log, indexed - TailLength, TailLength) == Tail;

    private static UInt128 Hash(OpenLog log, long offset, int length)
    {
        Span<byte> bytes = stackalloc byte[length];
        var read = log.Read(bytes, offset);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..read], hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
