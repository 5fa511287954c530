using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PersonalDataHub.Hub.Requests.Bulk;

/// <summary>Makes the hash by which many plans are approved at once.</summary>
internal static class BulkHash
{
    /// <param name="planHashes">The hashes of the plans that wait for approval, in their order.</param>
    public static string Of(IReadOnlyCollection<string> planHashes) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', planHashes.Prepend(planHashes.Count.ToString(CultureInfo.InvariantCulture))))));
}
