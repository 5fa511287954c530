using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>A record of a person as one source holds it.</summary>
public sealed class HeldRecord
{
    private readonly RecordSeal seal;
    private readonly PersonalRecord record;
    private readonly DateTimeOffset asOf;
    private readonly Func<RecordField, PassportPolicy> policyOf;
    private readonly Func<RecordField, bool> visible;
    private readonly Func<RecordField, FieldValue, FieldValue> mask;

    internal HeldRecord(
        Source source,
        RecordType type,
        PersonalRecord record,
        DateTimeOffset asOf,
        RecordSeal seal,
        Func<RecordField, PassportPolicy> policyOf,
        Func<RecordField, bool> visible,
        Func<RecordField, FieldValue, FieldValue> mask)
    {
        (Source, Type) = (source, type);
        (this.record, this.asOf, this.seal) = (record, asOf, seal);
        (this.policyOf, this.visible, this.mask) = (policyOf, visible, mask);
    }

    /// <summary>Names the record at its source; opaque and stable.</summary>
    public string Id => seal.Ref(Source, new RecordTarget(Type.Name, record.Key));

    /// <summary>The name of its type.</summary>
    public string RecordType => Type.Name;

    internal Source Source { get; }

    /// <summary>When the source stored it; null when the source does not say.</summary>
    public DateTimeOffset? StoredAt => record.StoredAt;

    /// <summary>When what it tells happened; null when the source does not say.</summary>
    public DateTimeOffset? ObservedAt => record.ObservedAt;

    /// <summary>Every field that the source holds a value for and the purpose may see.</summary>
    public IReadOnlyList<PersonalField> Fields =>
        [.. Type.Fields.Select(Field).OfType<PersonalField>()];

    internal RecordType Type { get; }

    /// <summary>The value of a field by name; null when the source holds none, does not know the field, or it is withheld.</summary>
    internal FieldValue? Value(string name)
    {
        for (var ordinal = 0; ordinal < Type.Fields.Count; ordinal++)
        {
            if (Type.Fields[ordinal].Name == name)
            {
                return visible(Type.Fields[ordinal]) && record.Values[ordinal] is { } value ? mask(Type.Fields[ordinal], value) : null;
            }
        }

        return null;
    }

    private PersonalField? Field(RecordField field, int ordinal) =>
        record.Values[ordinal] is { } value && visible(field) ? Held(field, value) : null;

    private PersonalField Held(RecordField field, FieldValue value)
    {
        var target = new RecordTarget(Type.Name, record.Key, field.Name);
        return new PersonalField(
            field,
            mask(field, value),
            seal.Ref(Source, target),
            seal.Tag(Source, target, value),
            new Passport
            {
                Source = Source,
                StoredAt = record.StoredAt,
                ObservedAt = record.ObservedAt,
                AsOf = asOf,
                Policy = policyOf(field),
            });
    }
}
