namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>The closed set of kinds a field's value can be of.</summary>
public enum FieldKind
{
    /// <summary>Unicode text.</summary>
    Text,

    /// <summary>A whole number of 64 bits.</summary>
    Integer,

    /// <summary>An exact decimal number; the unit stands in the field's description.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A calendar date without time.</summary>
    Date,

    /// <summary>A moment, with its offset from UTC.</summary>
    Instant,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>Several values of one kind.</summary>
    List,

    /// <summary>Named parts, such as a postal address.</summary>
    Composite,

    /// <summary>A recording or document that is fetched apart, by byte range.</summary>
    Media,
}
