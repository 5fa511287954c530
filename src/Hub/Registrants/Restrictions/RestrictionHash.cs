using System.Text.Json;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence.Encryption;

namespace PersonalDataHub.Hub.Registrants.Restrictions;

/// <summary>Names a restricted record or field without its key: some sources build keys from personal data.</summary>
internal sealed class RestrictionHash(BlindIndex blinds)
{
    private const string Kind = "restricted-target";

    /// <summary>The same 32 bytes for the same record or field, to holders of the master key only.</summary>
    public byte[] Of(string register, string source, RecordTarget target) => blinds.Of(
        Kind, $"{register}/{source}", JsonSerializer.Serialize(new[] { target.RecordType, target.Key, target.Field }));
}
