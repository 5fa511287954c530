using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PersonalDataHub.Connectors.LogIndex.Storage;

/// <summary>The random key of an index: it hashes what lines are found by and encrypts copies of archived lines.</summary>
/// <remarks>The key lies in the work directory, readable by the hub alone. Losing it means building the index anew.</remarks>
internal sealed class IndexSecrets
{
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int AuthenticationLength = 16;

    private readonly byte[] hashing;
    private readonly byte[] encryption;

    private IndexSecrets(byte[] key)
    {
        hashing = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyLength, info: "line keys"u8.ToArray());
        encryption = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyLength, info: "packed lines"u8.ToArray());
    }

    /// <summary>Opens the key file, or makes it; when two make it at once, both use the first.</summary>
    public static IndexSecrets Open(string path)
    {
        if (Load(path) is { } known)
        {
            return new(known);
        }

        var temporary = $"{path}.{Guid.NewGuid():N}";
        using (var file = new FileStream(temporary, Creation()))
        {
            file.Write(RandomNumberGenerator.GetBytes(KeyLength));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(temporary, path, overwrite: File.Exists(path) && Load(path) is null);
        }
        catch (IOException) when (Load(path) is not null)
        {
            File.Delete(temporary);
        }

        return new(Load(path) ?? throw new IOException("The key file of the index could not be written."));
    }

    public UInt128 Hash(string kind, string value)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(hashing, Encoding.UTF8.GetBytes($"{kind}\0{value}"), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    public long Tag(ReadOnlySpan<byte> line)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(hashing, line, hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    public byte[] Encrypt(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> place)
    {
        var sealedBytes = new byte[NonceLength + AuthenticationLength + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(encryption, AuthenticationLength);
        cipher.Encrypt(
            nonce,
            plain,
            sealedBytes.AsSpan(NonceLength + AuthenticationLength),
            sealedBytes.AsSpan(NonceLength, AuthenticationLength),
            place);
        return sealedBytes;
    }

    public byte[] Decrypt(ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> place)
    {
        var plain = new byte[sealedBytes.Length - NonceLength - AuthenticationLength];
        using var cipher = new AesGcm(encryption, AuthenticationLength);
        cipher.Decrypt(
            sealedBytes[..NonceLength],
            sealedBytes[(NonceLength + AuthenticationLength)..],
            sealedBytes.Slice(NonceLength, AuthenticationLength),
            plain,
            place);
        return plain;
    }

    private static byte[]? Load(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return bytes.Length == KeyLength ? bytes : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static FileStreamOptions Creation()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
