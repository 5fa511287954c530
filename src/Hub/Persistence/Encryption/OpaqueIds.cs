using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace PersonalDataHub.Hub.Persistence.Encryption;

/// <summary>Ids that say nothing: references, cursors and download addresses whose content only the hub can read.</summary>
/// <remarks>
/// Deterministic, so that the same thing has the same id: the nonce is derived from the content (synthetic
/// initialisation vector), which also makes it a second check on opening.
/// </remarks>
public sealed class OpaqueIds(MasterKey master)
{
    private const int NonceLength = 12;
    private readonly byte[] sealing = master.SubKey("opaque-id-sealing/1");
    private readonly byte[] deriving = master.SubKey("opaque-id-nonce/1");

    /// <summary>An id in characters that need no escaping in URLs.</summary>
    /// <param name="purpose">A constant that names the use; an id of one use does not open for another.</param>
    /// <param name="content">What it stands for.</param>
    public string Seal(string purpose, ReadOnlySpan<byte> content)
    {
        var bound = Encoding.UTF8.GetBytes(purpose);
        Span<byte> nonce = stackalloc byte[NonceLength];
        Derive(bound, content, nonce);
        return Base64Url.EncodeToString(SealedBox.Seal(sealing, nonce, content, bound));
    }

    /// <summary>False when this hub did not make the token for this purpose.</summary>
    public bool TryOpen(string purpose, string token, [NotNullWhen(true)] out byte[]? content)
    {
        content = null;
        if (!Base64Url.IsValid(token, out var length))
        {
            return false;
        }

        var box = new byte[length];
        if (!Base64Url.TryDecodeFromChars(token, box, out var written) || written != length)
        {
            return false;
        }

        var bound = Encoding.UTF8.GetBytes(purpose);
        content = SealedBox.Open(sealing, box, bound);
        if (content is null)
        {
            return false;
        }

        Span<byte> nonce = stackalloc byte[NonceLength];
        Derive(bound, content, nonce);
        content = CryptographicOperations.FixedTimeEquals(nonce, SealedBox.NonceOf(box)) ? content : null;
        return content is not null;
    }

    private void Derive(byte[] purpose, ReadOnlySpan<byte> content, Span<byte> nonce)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, deriving);
        hash.AppendData(BitConverter.GetBytes(purpose.Length));
        hash.AppendData(purpose);
        hash.AppendData(content);
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hash.GetHashAndReset(full);
        full[..NonceLength].CopyTo(nonce);
    }
}
