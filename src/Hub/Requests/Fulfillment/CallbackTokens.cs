using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence.Encryption;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Makes and knows the tokens by which sources call back: a keyed hash of the task's id, so that none is stored.</summary>
internal sealed class CallbackTokens(MasterKey master, FulfillmentOptions options)
{
    /// <summary>The path that all callbacks begin with.</summary>
    public const string Path = "/callbacks";

    private readonly byte[] key = master.SubKey("task-callback/1");

    /// <summary>Where a task's source may call; null when the hub was not told its own address.</summary>
    public WriteCallback? Of(Guid task) => options.CallbackAddress is { } address
        ? new(new Uri(address, $"{Path}/{task:D}"), TokenOf(task))
        : null;

    /// <summary>Whether a token is the task's; takes the same time whatever differs.</summary>
    public bool IsOf(Guid task, string token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(TokenOf(task)), Encoding.UTF8.GetBytes(token));

    private string TokenOf(Guid task) => Base64Url.EncodeToString(HMACSHA256.HashData(key, task.ToByteArray(bigEndian: true)));
}
