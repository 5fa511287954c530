using System.Text;

namespace PersonalDataHub.Hub.Persistence.Encryption;

/// <summary>Encrypts a stored value under its registrant's key, bound to that registrant, the field's name and the version.</summary>
/// <remarks>A ciphertext moved to another row or field does not open.</remarks>
public static class FieldCipher
{
    /// <param name="key">The registrant's key.</param>
    /// <param name="field">Where the value is stored: table and column.</param>
    /// <param name="value">The value.</param>
    public static byte[] Encrypt(PersonKey key, string field, string value) =>
        SealedBox.Seal(key.Key, Encoding.UTF8.GetBytes(value), Binding(key.Registrant, field));

    /// <exception cref="CiphertextRefusedException">The ciphertext is another registrant's, another field's, or damaged.</exception>
    public static string Decrypt(PersonKey key, string field, ReadOnlySpan<byte> ciphertext) =>
        Encoding.UTF8.GetString(
            SealedBox.Open(key.Key, ciphertext, Binding(key.Registrant, field))
            ?? throw new CiphertextRefusedException(key.Registrant, field));

    private static byte[] Binding(Guid registrant, string field) =>
        [SealedBox.Version, .. registrant.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(field)];
}
