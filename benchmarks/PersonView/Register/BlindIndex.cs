using System.Security.Cryptography;
using System.Text;

namespace PersonalDataHub.PersonView.Register;

/// <summary>Finds an identity without storing it: the same gives the same 32 bytes, to holders of the key only.</summary>
internal sealed class BlindIndex
{
    private readonly byte[] key = SHA256.HashData("a key for measuring only"u8);

    public byte[] Of(string identity) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(identity));
}
