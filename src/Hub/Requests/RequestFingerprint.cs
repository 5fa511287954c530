using System.Security.Cryptography;
using System.Text.Json;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Tells whether a repeated request asks for the same, without keeping what it asked: a keyed hash of all of it.</summary>
internal sealed class RequestFingerprint(MasterKey master)
{
    private readonly byte[] key = master.SubKey("request-content/1");

    /// <summary>32 bytes; how long planning may wait does not count.</summary>
    public byte[] Of(RequestHeader header, RequestContent content) => HMACSHA256.HashData(
        key,
        JsonSerializer.SerializeToUtf8Bytes(
            new FingerprintedRequest(
                header.Register,
                PartsOf(header.Registrant),
                header.ReceivedAt.ToUniversalTime(),
                header.Channel,
                header.Reference,
                header.Representative,
                header.Purpose,
                content),
            RequestJson.Default.FingerprintedRequest));

    /// <summary>The same of many people's.</summary>
    public byte[] OfAll(IEnumerable<byte[]> fingerprints)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var fingerprint in fingerprints)
        {
            hash.AppendData(fingerprint);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>How a person was named, in parts; it is for a keyed hash only.</summary>
    public static string?[] PartsOf(RegistrantKey by) => by switch
    {
        RegistrantKey.ById id => ["id", id.Id.ToString("N")],
        RegistrantKey.ByCustomerId customer => ["customerId", customer.Value],
        RegistrantKey.ByIdentity identity => ["identity", identity.Kind, identity.Value, identity.Issuer],
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };
}
