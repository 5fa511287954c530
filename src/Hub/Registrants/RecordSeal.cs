using System.Globalization;
using System.Text;
using System.Text.Json;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence.Encryption;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>
/// Seals what names a person's data into opaque texts, so that keys which sources build from personal data never show.
/// </summary>
internal sealed class RecordSeal(OpaqueIds ids, ValueTag tags)
{
    /// <summary>The reference of a record or a value; the same each time.</summary>
    public string Ref(Source source, RecordTarget target) =>
        Seal("ref", source.Register, source.Id, target.RecordType, target.Key, target.Field);

    /// <summary>Opens the reference of a record or a value; null when it is none.</summary>
    public (string Register, string Source, RecordTarget Target)? OpenRef(string reference) =>
        Open("ref", reference) is [{ } register, { } source, { } type, { } key, var field]
            ? (register, source, new RecordTarget(type, key, field))
            : null;

    /// <summary>The tag of a value, or of there being none; changes when the value does.</summary>
    public string Tag(Source source, RecordTarget target, FieldValue? value) =>
        tags.Of($"{source.Register}/{source.Id}", target.RecordType, target.Key, target.Field!, value);

    /// <summary>The cursor of a place in the list that a selection names, for one registrant.</summary>
    public string Cursor(Guid registrant, RecordSelection selection, RecordCursor cursor) => Seal(
        "cursor",
        ListName(registrant, selection),
        cursor.Source,
        cursor.RecordType,
        cursor.PageToken,
        cursor.Skip.ToString(CultureInfo.InvariantCulture));

    /// <summary>Opens a cursor; null when it is none, or one of another list.</summary>
    public RecordCursor? OpenCursor(Guid registrant, RecordSelection selection, string cursor) =>
        Open("cursor", cursor) is [{ } list, { } source, { } type, var token, { } skip]
            && list == ListName(registrant, selection)
            ? new(source, type, token, int.Parse(skip, CultureInfo.InvariantCulture))
            : null;

    /// <summary>The id of an identity in a register, for confirming and separating.</summary>
    public string Identity(string register, SubjectIdentity identity) => Seal(
        "identity",
        register,
        identity.Kind,
        identity.Value,
        identity.Issuer,
        identity.ValidFrom?.ToString("O", CultureInfo.InvariantCulture),
        identity.ValidTo?.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>Opens the id of an identity; null when it is none of that register.</summary>
    public SubjectIdentity? OpenIdentity(string register, string id) =>
        Open("identity", id) is [{ } of, { } kind, { } value, var issuer, var from, var to] && of == register
            ? new(kind, value, issuer, Day(from), Day(to))
            : null;

    /// <summary>The address part under which a recording may be fetched until a moment.</summary>
    public string Media(SealedMedia media) => Seal(
        "media",
        media.Register,
        media.Source,
        media.Key,
        media.Purpose,
        media.Until.ToString("O", CultureInfo.InvariantCulture),
        media.Registrant.ToString("N"),
        media.Target.RecordType,
        media.Target.Key,
        media.Target.Field);

    /// <summary>Opens such an address part; null when it is none.</summary>
    public SealedMedia? OpenMedia(string token) =>
        Open("media", token) is [{ } register, { } source, { } key, { } purpose, { } until, { } of, { } type, { } record, { } field]
            ? new(
                register, source, key, purpose, DateTimeOffset.Parse(until, CultureInfo.InvariantCulture),
                Guid.ParseExact(of, "N"), new(type, record, field))
            : null;

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static string ListName(Guid registrant, RecordSelection selection) =>
        $"{registrant:N}/{selection.RecordType}/{selection.Category}/{selection.Source}/{selection.Block}";

    private string Seal(string purpose, params string?[] parts) =>
        ids.Seal(purpose, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(parts)));

    private string?[]? Open(string purpose, string token) =>
        ids.TryOpen(purpose, token, out var bytes) ? JsonSerializer.Deserialize<string?[]>(bytes) : null;
}
