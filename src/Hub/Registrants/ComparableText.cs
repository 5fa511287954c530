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
    public static string? Of(PersonalField field) => field is not { Held: { } held, Value: { } value }
        ? null
        : field.Field.ProfileTerm switch
        {
            ProfileTerms.Email => Folded(value),
            ProfileTerms.Phone => Phones.Normalise(value).Value ?? Folded(value),
            ProfileTerms.PostalAddress => Address(field, held),
            _ => Folded(value),
        };

    private static string Address(PersonalField field, FieldValue held)
    {
        if (held is not CompositeValue composite)
        {
            return Folded(ValueText.Of(held));
        }

        var parts = field.Field.Parts.Zip(composite.Parts, (part, value) =>
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
