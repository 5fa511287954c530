using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PersonalDataHub.Hub.Persistence.Encryption;

/// <summary>Finds an encrypted identity without decrypting: the same identity gives the same 32 bytes, to key holders only.</summary>
public sealed class BlindIndex(MasterKey master)
{
    private readonly byte[] key = master.SubKey("blind-index/1");

    /// <param name="kind">The identity's kind.</param>
    /// <param name="issuer">Its issuer; null for kinds without.</param>
    /// <param name="value">Its value in the form in which values of the kind are compared.</param>
    public byte[] Of(string kind, string? issuer, string value)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in (ReadOnlySpan<string>)[kind, issuer ?? "", value])
        {
            AppendPart(hash, part);
        }

        return hash.GetHashAndReset();
    }

    // Lengths first: no two triples may write the same bytes.
    private static void AppendPart(IncrementalHash hash, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
