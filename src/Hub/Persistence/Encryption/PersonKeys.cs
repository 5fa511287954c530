using System.Security.Cryptography;

namespace PersonalDataHub.Hub.Persistence.Encryption;

/// <summary>Makes and opens the data keys of registrants. What is stored is wrapped by the master key.</summary>
public sealed class PersonKeys(MasterKey master)
{
    private readonly byte[] wrapping = master.SubKey("person-key-wrapping/1");

    /// <summary>A new random key.</summary>
    public PersonKey Create(Guid registrant) => new(registrant, RandomNumberGenerator.GetBytes(MasterKey.Length));

    /// <summary>The stored form, bound to the registrant.</summary>
    public byte[] Wrap(PersonKey key) => SealedBox.Seal(wrapping, key.Key, key.Registrant.ToByteArray(bigEndian: true));

    /// <exception cref="CiphertextRefusedException">Wrapped for another registrant or under another master key.</exception>
    public PersonKey Unwrap(Guid registrant, ReadOnlySpan<byte> wrapped) =>
        new(registrant, SealedBox.Open(wrapping, wrapped, registrant.ToByteArray(bigEndian: true))
            ?? throw new CiphertextRefusedException(registrant, "person key"));
}
