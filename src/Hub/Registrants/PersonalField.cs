using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>One field of a record with its value, as one source holds it.</summary>
public sealed record PersonalField
{
    internal PersonalField(RecordField field, FieldValue value, string @ref, string tag, Passport passport)
    {
        (Field, Held) = (field, value);
        (Ref, Tag, Passport) = (@ref, tag, passport);
    }

    // Without value and tag: even whether it changes, or equals another, would be a use of it.
    internal PersonalField(RecordField field, Withheld withheld, string @ref, Passport passport) =>
        (Field, Withheld, Ref, Passport) = (field, withheld, @ref, passport);

    /// <summary>Names this value at this source, for a rectification; opaque and stable.</summary>
    public string Ref { get; }

    /// <summary>Changes when the value changes; null when it is withheld.</summary>
    public string? Tag { get; }

    /// <summary>The field's name.</summary>
    public string Name => Field.Name;

    /// <summary>
    /// The value in text form: ISO 8601 for dates, times and durations, parts joined by commas; null when it is withheld.
    /// </summary>
    public string? Value => Held is null ? null : ValueText.Of(Held);

    /// <summary>Why the value is not shown; null when it is.</summary>
    public Withheld? Withheld { get; }

    /// <summary>Everything known about the value.</summary>
    public Passport Passport { get; }

    internal RecordField Field { get; }

    internal FieldValue? Held { get; }
}
