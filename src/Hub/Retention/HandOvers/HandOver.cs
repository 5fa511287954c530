namespace PersonalDataHub.Hub.Retention.HandOvers;

/// <summary>A person's data that goes to a recipient, such as an authority, before it is erased here.</summary>
public sealed record HandOver
{
    /// <summary>Its id; random.</summary>
    public required Guid Id { get; init; }

    /// <summary>The register's id.</summary>
    public required string Register { get; init; }

    /// <summary>The registrant's id.</summary>
    public required Guid Registrant { get; init; }

    /// <summary>The recipient's id in the register's policy.</summary>
    public required string Recipient { get; init; }

    /// <summary>The id of the retention rule that demands it.</summary>
    public required string Rule { get; init; }

    /// <summary>How far it has come.</summary>
    public required HandOverStep Step { get; init; }

    /// <summary>The day from which it counts, such as the end of the relationship.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which the data may go, if the receipt has come.</summary>
    public required DateOnly EraseFrom { get; init; }

    /// <summary>The day on which a missing receipt raises the alarm.</summary>
    public required DateOnly AlarmOn { get; init; }

    /// <summary>True when that day has come and there is no receipt: somebody has to act.</summary>
    public required bool Alarm { get; init; }

    /// <summary>When it was handed over; null while it was not.</summary>
    public DateTimeOffset? TransferredAt { get; init; }

    /// <summary>Who handed it over.</summary>
    public string? TransferredBy { get; init; }

    /// <summary>When the receipt was recorded; null while there is none.</summary>
    public DateTimeOffset? ReceiptAt { get; init; }

    /// <summary>Who recorded the receipt.</summary>
    public string? ReceiptBy { get; init; }

    /// <summary>The recipient's reference on the receipt.</summary>
    public string? ReceiptReference { get; init; }

    /// <summary>The id of its entry in the ledger of disclosures; null before it was handed over.</summary>
    public Guid? Disclosure { get; init; }

    /// <summary>The id, never the person.</summary>
    public override string ToString() => $"hand-over {Id}: {Step}";
}
