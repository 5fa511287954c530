using System.Security.Cryptography;

namespace PersonalDataHub.Hub.Persistence.Encryption;

/// <summary>The AES-256-GCM envelope: version byte, nonce, ciphertext, tag.</summary>
internal static class SealedBox
{
    public const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = 1 + NonceLength + TagLength;

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        RandomNumberGenerator.Fill(nonce);
        return Seal(key, nonce, plain, associated);
    }

    public static byte[] Seal(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated)
    {
        var box = new byte[Overhead + plain.Length];
        box[0] = Version;
        nonce.CopyTo(box.AsSpan(1));
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(
            nonce,
            plain,
            box.AsSpan(1 + NonceLength, plain.Length),
            box.AsSpan(1 + NonceLength + plain.Length),
            associated);
        return box;
    }

    /// <summary>Null when the box was not sealed with this key and this associated data, or was changed since.</summary>
    public static byte[]? Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> associated)
    {
        if (box.Length < Overhead || box[0] != Version)
        {
            return null;
        }

        var plain = new byte[box.Length - Overhead];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(
                NonceOf(box),
                box.Slice(1 + NonceLength, plain.Length),
                box[^TagLength..],
                plain,
                associated);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    public static ReadOnlySpan<byte> NonceOf(ReadOnlySpan<byte> box) => box.Slice(1, NonceLength);
}
