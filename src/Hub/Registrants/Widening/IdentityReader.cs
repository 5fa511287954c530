using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Registrants.Widening;

/// <summary>Reads out of a record what identities it tells of the registrant.</summary>
/// <param name="kinds">What is known of the kinds of identity.</param>
/// <param name="web">When the register lets a browser be joined to a person.</param>
internal sealed class IdentityReader(KnownIdentityKinds kinds, WebRules web)
{
    /// <summary>Whether records of a type tell identities of the registrant.</summary>
    public static bool Tells(RecordType type) =>
        !type.ThirdParty && type.Fields.Any(field => field is { IdentityKind: not null, ThirdParty: false });

    /// <summary>The names of a source's types that tell identities.</summary>
    public static IReadOnlyList<string> TellingTypes(Source source) =>
        [.. source.Descriptor!.RecordTypes.Where(Tells).Select(type => type.Name)];

    /// <summary>Reads a record.</summary>
    public IdentifiedRecord Read(Source source, PersonalRecord record)
    {
        var type = source.FindRecordType(record.RecordType)!;
        var from = (Value(type.ValidFromField) as DateValue)?.Value;
        var to = (Value(type.ValidToField) as DateValue)?.Value;
        var identities = new List<SubjectIdentity>();
        DateOnly? birthDate = null;
        for (var ordinal = 0; ordinal < type.Fields.Count; ordinal++)
        {
            var field = type.Fields[ordinal];
            if (field.ThirdParty || record.Values[ordinal] is not { } value)
            {
                continue;
            }

            if (field.IdentityKind is { } kind && Identity(source, field, kind, value, from, to) is { } identity)
            {
                identities.Add(identity);
                birthDate ??= kind == IdentityKinds.IdentityCode ? IdentityCode.BirthDateOf(identity.Value) : null;
            }

            if (field.ProfileTerm == ProfileTerms.BirthDate && value is DateValue date)
            {
                birthDate = date.Value;
            }
        }

        // A browser becomes a person's by a link only, and a link is followed only where notice and person allow it.
        if (identities.Count > 1 && !MayJoin((Value("consent") as TextValue)?.Value, (Value("reason") as TextValue)?.Value))
        {
            identities.RemoveAll(identity => identity.Kind == IdentityKinds.VisitorId);
        }

        var shared = Value(type.SharedField) is BooleanValue { Value: true };
        return new(source, type, record, identities, birthDate, shared);

        FieldValue? Value(string? name)
        {
            for (var ordinal = 0; name is not null && ordinal < type.Fields.Count; ordinal++)
            {
                if (type.Fields[ordinal].Name == name)
                {
                    return record.Values[ordinal];
                }
            }

            return null;
        }
    }

    private bool MayJoin(string? consent, string? reason) => !web.Declared || (web.Join == WebJoin.WithConsent
        && !string.IsNullOrWhiteSpace(consent)
        && (reason is null || web.JoinReasons.Count == 0 || web.JoinReasons.Contains(reason)));

    // What is not well-formed, such as an identity code without its sign, identifies nobody: it is shown as data only.
    private SubjectIdentity? Identity(
        Source source, RecordField field, string kind, FieldValue value, DateOnly? from, DateOnly? to)
    {
        var known = kinds.Of(kind);
        return value is TextValue text && known.Normalise(text.Value).Value is { } normal
            ? new(kind, normal, known.NeedsIssuer ? field.IdentityIssuer ?? source.Id : null, from, to)
            : null;
    }
}
