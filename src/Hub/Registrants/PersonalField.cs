using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>One field of a record with its value, as one source holds it.</summary>
public sealed record PersonalField
{
    internal PersonalField(RecordField field, FieldValue value, string @ref, string tag, Passport passport)
    {
        (Field, Held) = (field, value);
        (Ref, Tag, Passport) = (@ref, tag, passport);
    }

    /// <summary>Names this value at this source, for a rectification; opaque and stable.</summary>
    public string Ref { get; }

    /// <summary>Changes when the value changes.</summary>
    public string Tag { get; }

    /// <summary>The field's name.</summary>
    public string Name => Field.Name;

    /// <summary>The value in text form: ISO 8601 for dates, times and durations, parts joined by commas.</summary>
    public string Value => ValueText.Of(Held);

    /// <summary>Everything known about the value.</summary>
    public Passport Passport { get; }

    internal RecordField Field { get; }

    internal FieldValue Held { get; }
}
