using System.Text.Json.Serialization;

namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>A value of the closed set of <see cref="FieldKind"/>. What a source does not hold is null, never an empty value.</summary>
/// <remarks>Its text form tells the kind only: a value must not reach a log by accident.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(TextValue), "text")]
[JsonDerivedType(typeof(IntegerValue), "integer")]
[JsonDerivedType(typeof(DecimalValue), "decimal")]
[JsonDerivedType(typeof(BooleanValue), "boolean")]
[JsonDerivedType(typeof(DateValue), "date")]
[JsonDerivedType(typeof(InstantValue), "instant")]
[JsonDerivedType(typeof(DurationValue), "duration")]
[JsonDerivedType(typeof(ListValue), "list")]
[JsonDerivedType(typeof(CompositeValue), "composite")]
[JsonDerivedType(typeof(MediaValue), "media")]
public abstract record FieldValue
{
    private protected FieldValue()
    {
    }

    /// <summary>The kind of this value.</summary>
    [JsonIgnore]
    public abstract FieldKind Kind { get; }

    /// <summary>The kind, never the value.</summary>
    public sealed override string ToString() => $"({Kind})";
}

/// <summary>Text.</summary>
/// <param name="Value">The text as the source holds it.</param>
public sealed record TextValue(string Value) : FieldValue
{
    /// <inheritdoc/>
    public override FieldKind Kind => FieldKind.Text;
}

/// <summary>A whole number.</summary>
/// <param name="Value">The number.</param>
public sealed record IntegerValue(long Value) : FieldValue
{
    /// <inheritdoc/>
    public override FieldKind Kind => FieldKind.Integer;
}

/// <summary>An exact decimal number.</summary>
/// <param name="Value">The number, in the unit that the field's description names.</param>
public sealed record DecimalValue(decimal Value) : FieldValue
{
    /// <inheritdoc/>
    public override FieldKind Kind => FieldKind.Decimal;
}

/// <summary>True or false.</summary>
/// <param name="Value">The truth value.</param>
public sealed record BooleanValue(bool Value) : FieldValue
{
    /// <inheritdoc/>
    public override FieldKind Kind => FieldKind.Boolean;
}

/// <summary>A calendar date.</summary>
/// <param name="Value">The date.</param>
public sealed record DateValue(DateOnly Value) : FieldValue
{
    /// <inheritdoc/>
    public override FieldKind Kind => FieldKind.Date;
}

/// <summary>A moment.</summary>
/// <param name="Value">The moment with its offset from UTC.</param>
public sealed record InstantValue(DateTimeOffset Value) : FieldValue
{
    /// <inheritdoc/>
    public override FieldKind Kind => FieldKind.Instant;
}

/// <summary>A length of time.</summary>
/// <param name="Value">The length.</param>
public sealed record DurationValue(TimeSpan Value) : FieldValue
{
    /// <inheritdoc/>
    public override FieldKind Kind => FieldKind.Duration;
}

/// <summary>Several values of one kind.</summary>
/// <param name="Items">The values, in the source's order.</param>
public sealed record ListValue(IReadOnlyList<FieldValue> Items) : FieldValue
{
    /// <inheritdoc/>
    public override FieldKind Kind => FieldKind.List;
}

/// <summary>Named parts; their order is that of <see cref="RecordField.Parts"/>.</summary>
/// <param name="Parts">One value per declared part; null where the source does not hold it.</param>
public sealed record CompositeValue(IReadOnlyList<FieldValue?> Parts) : FieldValue
{
    /// <inheritdoc/>
    public override FieldKind Kind => FieldKind.Composite;
}

/// <summary>A reference to a recording or document.</summary>
/// <param name="Key">What <see cref="ISupportsMedia.ReadMediaAsync"/> takes; opaque to the hub and never shown.</param>
/// <param name="ContentType">The media type, such as <c>audio/wav</c>.</param>
/// <param name="Length">Bytes; null when the source cannot say before opening.</param>
public sealed record MediaValue(string Key, string ContentType, long? Length) : FieldValue
{
    /// <inheritdoc/>
    public override FieldKind Kind => FieldKind.Media;
}
