using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Tells whether a new value may stand in a field.</summary>
internal sealed class NewValueCheck(KnownIdentityKinds kinds)
{
    /// <summary>What is wrong, without the value; null when nothing is.</summary>
    public string? MistakeOf(RecordField field, FieldValue value)
    {
        if (FieldShape.MistakeOf(value, field) is { } mistake)
        {
            return $"The field '{field.Name}': the new value {mistake}";
        }

        return Texts(value).Select(text => MistakeOf(field, text)).FirstOrDefault(found => found is not null);
    }

    private string? MistakeOf(RecordField field, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return $"The field '{field.Name}': the new value is empty; leave it out to remove the value.";
        }

        return KindOf(field) is { } kind && kinds.Of(kind).Normalise(text) is { IsValid: false, Mistake: { } mistake }
            ? $"The field '{field.Name}': {mistake}"
            : null;
    }

    private static string? KindOf(RecordField field) => field.IdentityKind ?? field.ProfileTerm switch
    {
        ProfileTerms.Email => IdentityKinds.Email,
        ProfileTerms.Phone => IdentityKinds.Phone,
        _ => null,
    };

    private static IEnumerable<string> Texts(FieldValue value) => value switch
    {
        TextValue text => [text.Value],
        ListValue list => list.Items.SelectMany(Texts),
        _ => [],
    };
}
