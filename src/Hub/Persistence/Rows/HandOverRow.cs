namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>Data of one registrant that goes to a recipient before it is erased.</summary>
internal sealed class HandOverRow
{
    public long Key { get; init; }

    public required Guid Id { get; init; }

    public required string Register { get; init; }

    public required Guid RegistrantId { get; init; }

    public required string Recipient { get; init; }

    public required string Rule { get; init; }

    public required DateOnly Since { get; init; }

    public required DateOnly EraseFrom { get; init; }

    public required DateOnly AlarmOn { get; init; }

    public DateTimeOffset? AlarmedAt { get; set; }

    public DateTimeOffset? TransferredAt { get; set; }

    public string? TransferredBy { get; set; }

    /// <summary>The id of the entry in the ledger of disclosures; null before it went, and for those of before the ledger knew them.</summary>
    public Guid? Disclosure { get; set; }

    public DateTimeOffset? ReceiptAt { get; set; }

    public string? ReceiptBy { get; set; }

    /// <summary>The key under which <see cref="Receipt"/> is sealed.</summary>
    public byte[]? Wrapped { get; set; }

    /// <summary>The recipient's reference, sealed.</summary>
    public byte[]? Receipt { get; set; }
}
