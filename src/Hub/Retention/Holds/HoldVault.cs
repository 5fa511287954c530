using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Retention.Holds;

/// <summary>Seals what people write about a hold or hand-over under a key of its own.</summary>
internal sealed class HoldVault(PersonKeys keys)
{
    private const string ReasonField = "LegalHolds.Reason";
    private const string ReceiptField = "HandOvers.Receipt";

    public (byte[] Wrapped, byte[] Sealed) SealReason(Guid id, string reason) => Seal(id, ReasonField, reason);

    public (byte[] Wrapped, byte[] Sealed) SealReceipt(Guid id, string reference) => Seal(id, ReceiptField, reference);

    public string ReasonOf(LegalHoldRow row) => Open(row.Id, row.Wrapped, ReasonField, row.Reason);

    public string? ReceiptOf(HandOverRow row) => row is { Wrapped: { } wrapped, Receipt: { } receipt } ? Open(row.Id, wrapped, ReceiptField, receipt) : null;

    private (byte[] Wrapped, byte[] Sealed) Seal(Guid id, string field, string text)
    {
        using var key = keys.Create(id);
        return (keys.Wrap(key), FieldCipher.Encrypt(key, field, text));
    }

    private string Open(Guid id, byte[] wrapped, string field, byte[] box)
    {
        using var key = keys.Unwrap(id, wrapped);
        return FieldCipher.Decrypt(key, field, box);
    }
}
