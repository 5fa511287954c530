using System.Text;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>A profile value in the form in which two ways of writing the same thing are equal.</summary>
internal static class ComparableText
{
    private static readonly PhoneNumber Phones = new();

    // The same post office under its Finnish and its Swedish name; a letter may bear either.
    private static readonly Dictionary<string, string> FinnishPostOffice = new(StringComparer.Ordinal)
    {
        ["HELSINGFORS"] = "HELSINKI",
        ["ÅBO"] = "TURKU",
        ["ESBO"] = "ESPOO",
        ["VANDA"] = "VANTAA",
        ["TAMMERFORS"] = "TAMPERE",
        ["VASA"] = "VAASA",
        ["ULEÅBORG"] = "OULU",
        ["BJÖRNEBORG"] = "PORI",
        ["BORGÅ"] = "PORVOO",
    };

    /// <summary>The comparable form of a field's value; null when it is withheld and must not be compared.</summary>
    public static string? Of(PersonalField field) => field.Held is { } held ? Of(field.Field, held) : null;

    /// <inheritdoc cref="Of(PersonalField)"/>
    public static string Of(RecordField field, FieldValue held)
    {
        var text = ValueText.Of(held);
        return field.ProfileTerm switch
        {
            ProfileTerms.Phone => Phones.Normalise(text).Value ?? Folded(text),
            ProfileTerms.PostalAddress when held is CompositeValue address => Address(field, address),
            _ => Folded(text),
        };
    }

    private static string Address(RecordField field, CompositeValue composite)
    {
        var parts = field.Parts.Zip(composite.Parts, (part, value) =>
        {
            var text = value is null ? string.Empty : Folded(ValueText.Of(value));
            return part.Name == AddressParts.City && FinnishPostOffice.TryGetValue(text, out var finnish) ? finnish : text;
        });
        return string.Join('\n', parts);
    }

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var word in text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            folded.Append(folded.Length == 0 ? string.Empty : " ").Append(word.ToUpperInvariant());
        }

        return folded.ToString();
    }
}
