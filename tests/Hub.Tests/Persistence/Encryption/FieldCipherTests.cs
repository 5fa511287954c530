using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;

namespace PersonalDataHub.Hub.Tests.Persistence.Encryption;

public sealed class FieldCipherTests : IDisposable
{
    private const string Field = "identity.value";
    private readonly TemporaryDirectory directory = new();
    private readonly PersonKeys keys;

    public FieldCipherTests() =>
        keys = new PersonKeys(MasterKey.Load(directory.File("master.key"), databaseExists: false, tolerateOpenFile: false));

    public void Dispose() => directory.Dispose();

    [Fact]
    public void Decrypt_Should_GiveTheValue_When_NothingWasMoved()
    {
        using var key = keys.Create(Guid.NewGuid());
        using var reopened = keys.Unwrap(key.Registrant, keys.Wrap(key));

        FieldCipher.Decrypt(reopened, Field, FieldCipher.Encrypt(key, Field, "010170-901K")).ShouldBe("010170-901K");
        FieldCipher.Encrypt(key, Field, "x").ShouldNotBe(FieldCipher.Encrypt(key, Field, "x"));
    }

    [Fact]
    public void Decrypt_Should_Refuse_When_SwappedBetweenRegistrantsOrFields()
    {
        // arrange
        var (aino, eino) = (Guid.NewGuid(), Guid.NewGuid());
        using var key = keys.Create(aino);
        using var sameKeyOtherRegistrant = new PersonKey(eino, key.Key.ToArray());
        var cipher = FieldCipher.Encrypt(key, Field, "Aino");

        // assert
        Should.Throw<CiphertextRefusedException>(() => FieldCipher.Decrypt(sameKeyOtherRegistrant, Field, cipher));
        Should.Throw<CiphertextRefusedException>(() => FieldCipher.Decrypt(key, "link.reason", cipher));
        Should.Throw<CiphertextRefusedException>(() => keys.Unwrap(eino, keys.Wrap(key)));
    }

    [Fact]
    public void Decrypt_Should_Refuse_When_AnyByteWasChanged()
    {
        using var key = keys.Create(Guid.NewGuid());
        var cipher = FieldCipher.Encrypt(key, Field, "Aino");

        for (var at = 0; at < cipher.Length; at++)
        {
            var changed = cipher.ToArray();
            changed[at] ^= 1;
            Should.Throw<CiphertextRefusedException>(() => FieldCipher.Decrypt(key, Field, changed));
        }

        Should.Throw<CiphertextRefusedException>(() => FieldCipher.Decrypt(key, Field, cipher.AsSpan(0, 5)));
    }
}
