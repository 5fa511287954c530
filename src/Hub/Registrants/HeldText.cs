using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>A value as one source holds it.</summary>
public sealed record HeldText
{
    internal HeldText(PersonalField field) =>
        (Ref, Tag, Value, Passport) = (field.Ref, field.Tag, field.Value, field.Passport);

    /// <summary>Names this value at this source, for a rectification; opaque and stable.</summary>
    public string Ref { get; }

    /// <summary>Changes when the value changes, so that a correction is never based on an old one.</summary>
    public string Tag { get; }

    /// <summary>The value as the source writes it.</summary>
    public string Value { get; }

    /// <summary>Everything known about the value.</summary>
    public Passport Passport { get; }

    internal Source Source => Passport.Source;
}
