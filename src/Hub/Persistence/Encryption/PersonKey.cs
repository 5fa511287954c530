using System.Security.Cryptography;

namespace PersonalDataHub.Hub.Persistence.Encryption;

/// <summary>The data key of one registrant, out of its wrapping. Short-lived: dispose it when the values are read.</summary>
public sealed class PersonKey(Guid registrant, byte[] key) : IDisposable
{
    /// <summary>The registrant whose values it opens.</summary>
    public Guid Registrant { get; } = registrant;

    internal ReadOnlySpan<byte> Key => key;

    public void Dispose() => CryptographicOperations.ZeroMemory(key);
}
