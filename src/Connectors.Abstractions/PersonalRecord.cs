namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>One record that a source holds of one person.</summary>
public sealed record PersonalRecord
{
    /// <summary>The name of its <see cref="RecordType"/>.</summary>
    public required string RecordType { get; init; }

    /// <summary>What the source knows the record by; stable, and never shown by the hub.</summary>
    public required string Key { get; init; }

    /// <summary>One value per field of the record type, in its order; null where the source holds none.</summary>
    public required IReadOnlyList<FieldValue?> Values { get; init; }

    /// <summary>When the source stored the record; null when the source does not say.</summary>
    public DateTimeOffset? StoredAt { get; init; }

    /// <summary>When what the record tells happened or was last confirmed; null when the source does not say.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>
    /// True when the source keeps the record restricted (GDPR Art. 18), as <see cref="ISupportsRestriction"/> set it.
    /// </summary>
    public bool Restricted { get; init; }

    /// <summary>
    /// The identities of <see cref="ReadRequest.Identities"/> by which the record was found, as positions in that list.
    /// </summary>
    public required IReadOnlyList<int> FoundBy { get; init; }

    /// <summary>The record type, never the key or a value.</summary>
    public override string ToString() => RecordType;
}
