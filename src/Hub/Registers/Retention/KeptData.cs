namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>A field of a record, or a record as a whole, of which it is asked how long it stays.</summary>
public sealed record KeptData
{
    /// <summary>The id of the source that holds it.</summary>
    public required string Source { get; init; }

    /// <summary>The name of the record type.</summary>
    public required string RecordType { get; init; }

    /// <summary>The name of the field; null for the record as a whole.</summary>
    public string? Field { get; init; }

    /// <summary>The id of its category.</summary>
    public required string Category { get; init; }

    /// <summary>The date fields of the record, by name; those without a value left out.</summary>
    public IReadOnlyDictionary<string, DateOnly> Dates { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>The yes-or-no fields of the record that say no.</summary>
    public IReadOnlySet<string> Denied { get; init; } = new HashSet<string>();

    /// <summary>When the source stored the record; null when it does not say.</summary>
    public DateOnly? StoredOn { get; init; }
}
