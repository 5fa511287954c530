using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>A value as one source holds it.</summary>
public sealed record HeldText
{
    internal HeldText(PersonalField field) =>
        (Ref, Tag, Value, Withheld, Passport) = (field.Ref, field.Tag, field.Value, field.Withheld, field.Passport);

    /// <summary>Names this value at this source, for a rectification; opaque and stable.</summary>
    public string Ref { get; }

    /// <summary>Changes when the value changes, so that a correction is never based on an old one; null when it is withheld.</summary>
    public string? Tag { get; }

    /// <summary>The value as the source writes it; null when it is withheld.</summary>
    public string? Value { get; }

    /// <summary>Why the value is not shown; null when it is.</summary>
    public Withheld? Withheld { get; }

    /// <summary>Everything known about the value.</summary>
    public Passport Passport { get; }

    internal Source Source => Passport.Source;
}
