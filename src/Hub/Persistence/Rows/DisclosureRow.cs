using PersonalDataHub.Hub.Disclosures;

namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>
/// Data that went to somebody. Appended, and never changed but for the recipient's receipt, which comes once and later; holds
/// names of fields, never a value.
/// </summary>
internal sealed class DisclosureRow
{
    /// <summary>What texts about it are sealed under.</summary>
    public const string Seal = "disclosure/1";

    /// <summary>What a receipt's reference is sealed under.</summary>
    public const string ReceiptSeal = "disclosure-receipt/1";

    public long Key { get; init; }

    public required Guid Id { get; init; }

    public required string Register { get; init; }

    public required DisclosureKind Kind { get; init; }

    /// <summary>The id of the recipient in the pack.</summary>
    public required string Recipient { get; init; }

    public required string Country { get; init; }

    /// <summary>The names of the fields, as a JSON list.</summary>
    public required string Fields { get; init; }

    public string? Ground { get; init; }

    public required string Purpose { get; init; }

    /// <summary>Who asked, on what law, who takes over, under what safeguard: sealed, as people write names there.</summary>
    public required string Case { get; init; }

    /// <summary>The segment, where only a segment went.</summary>
    public string? Segment { get; init; }

    public required bool WholeRegister { get; init; }

    /// <summary>How many persons it is about.</summary>
    public required int Persons { get; init; }

    public required string PackVersion { get; init; }

    public string? Notice { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ReceiptAt { get; set; }

    public string? ReceiptBy { get; set; }

    /// <summary>The recipient's reference on the receipt, sealed.</summary>
    public string? Receipt { get; set; }
}
