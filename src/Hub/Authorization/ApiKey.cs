using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PersonalDataHub.Hub.Authorization;

/// <summary>Makes API keys. The hub keeps their hashes only; the keys are 256 random bits, so a plain hash cannot be guessed.</summary>
public static class ApiKey
{
    public const string HashPrefix = "sha256:";
    private const string KeyPrefix = "pdh_";
    private const int RandomBytes = 32;

    /// <summary>A new key: to be shown once and kept by its user.</summary>
    public static string Create() => KeyPrefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>What the configuration holds of a key: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public static string Hash(string key) => HashPrefix + Convert.ToHexStringLower(Digest(key));

    internal static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>Null when the text is not such a hash.</summary>
    internal static byte[]? ReadHash(string? text)
    {
        var digits = text?.StartsWith(HashPrefix, StringComparison.Ordinal) == true ? text[HashPrefix.Length..] : "";
        return digits.Length == SHA256.HashSizeInBytes * 2 && digits.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(digits)
            : null;
    }
}
