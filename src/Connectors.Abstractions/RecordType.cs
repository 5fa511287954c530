namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>A kind of record that a source holds of a person, with its fields in a fixed order.</summary>
public sealed record RecordType
{
    /// <summary>The type's name in camel case, singular: <c>invoice</c>, <c>callRecord</c>. Types of the same name merge across sources.</summary>
    public required string Name { get; init; }

    /// <summary>The name for several of them, in camel case: <c>invoices</c>. Becomes a field of the registrant.</summary>
    public required string PluralName { get; init; }

    /// <summary>What one such record is; shown in the schema.</summary>
    public required string Description { get; init; }

    /// <summary>The category of the register's policy that its fields belong to unless they say otherwise.</summary>
    public required string Category { get; init; }

    /// <summary>How its data came to be held, unless a field says otherwise.</summary>
    public required DataOrigin Origin { get; init; }

    /// <summary>True when whole records are about somebody other than the registrant.</summary>
    public bool ThirdParty { get; init; }

    /// <summary>
    /// True when such a record tells one person from another at the source, as the record of a customer does and that of
    /// a telephone number does not: several of them under one shared identity are several people.
    /// </summary>
    public bool Identifies { get; init; }

    /// <summary>True when a person has at most one such record at the source.</summary>
    public bool AtMostOne { get; init; }

    /// <summary>The date field that says from which day a record's identities were the person's; null for always.</summary>
    public string? ValidFromField { get; init; }

    /// <summary>The date field that says until which day a record's identities were the person's; null for still.</summary>
    public string? ValidToField { get; init; }

    /// <summary>The boolean field that says a record's identities are used by several persons; null when none says so.</summary>
    public string? SharedField { get; init; }

    /// <summary>The fields; a record's values stand in this order.</summary>
    public required IReadOnlyList<RecordField> Fields { get; init; }
}
