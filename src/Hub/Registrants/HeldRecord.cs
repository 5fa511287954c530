using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants.Passports;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>A record of a person as one source holds it.</summary>
public sealed class HeldRecord
{
    private readonly RecordSeal seal;
    private readonly PersonalRecord record;
    private readonly DateTimeOffset asOf;
    private readonly PassportPolicies.OfFields policies;
    private readonly Func<RecordField, bool> visible;
    private readonly Func<RecordField, FieldValue, FieldValue> mask;
    private readonly Func<RecordField, Withheld?> withhold;
    private KeptRecord? kept;

    internal HeldRecord(
        Guid registrant,
        Source source,
        RecordType type,
        PersonalRecord record,
        DateTimeOffset asOf,
        RecordSeal seal,
        PassportPolicies.OfFields policies,
        Func<RecordField, bool> visible,
        Func<RecordField, FieldValue, FieldValue> mask,
        Func<RecordField, Withheld?> withhold,
        Task<PersonStanding?>? standing = null)
    {
        (Registrant, Source, Type) = (registrant, source, type);
        (this.record, this.asOf, this.seal) = (record, asOf, seal);
        (this.policies, this.visible, this.mask, this.withhold) = (policies, visible, mask, withhold);
        Standing = standing;
    }

    /// <summary>Names the record at its source; opaque and stable.</summary>
    public string Id => seal.Ref(Source, new RecordTarget(Type.Name, record.Key));

    /// <summary>The name of its type.</summary>
    public string RecordType => Type.Name;

    internal Guid Registrant { get; }

    internal Source Source { get; }

    /// <summary>How things stand with the person, where any of that is selected.</summary>
    internal Task<PersonStanding?>? Standing { get; }

    /// <summary>When the source stored it; null when the source does not say or the whole record is withheld.</summary>
    public DateTimeOffset? StoredAt => IsWithheld ? null : record.StoredAt;

    /// <summary>When what it tells happened; null when the source does not say or the whole record is withheld.</summary>
    public DateTimeOffset? ObservedAt => IsWithheld ? null : record.ObservedAt;

    /// <summary>Every field that the source holds a value for and the purpose may see, withheld ones without value.</summary>
    public IReadOnlyList<PersonalField> Fields =>
        [.. Type.Fields.Select(Field).OfType<PersonalField>()];

    /// <summary>Why values of it are withheld, each restriction once.</summary>
    public IReadOnlyList<Withheld> Withheld =>
        [.. Visible().Select(withhold).OfType<Withheld>().Distinct()];

    internal RecordType Type { get; }

    /// <summary>Names a field of it at its source.</summary>
    internal RecordTarget Target(string field) => new(Type.Name, record.Key, field);

    /// <summary>The value of a field by name; null when the source holds none, does not know the field, or it is withheld.</summary>
    internal FieldValue? Value(string name)
    {
        for (var ordinal = 0; ordinal < Type.Fields.Count; ordinal++)
        {
            if (Type.Fields[ordinal].Name == name)
            {
                var field = Type.Fields[ordinal];
                return visible(field) && record.Values[ordinal] is { } value && withhold(field) is null ? mask(field, value) : null;
            }
        }

        return null;
    }

    /// <summary>What of the record its time is worked out from, so far as it may be seen.</summary>
    internal KeptRecord Kept => kept ??= new(Source.Id, Type, record, one => visible(one) && withhold(one) is null);

    // What happened when is a part of what is withheld.
    private bool IsWithheld => Visible().Any() && Visible().All(one => withhold(one) is not null);

    private IEnumerable<RecordField> Visible() => Type.Fields.Where(visible);

    private PersonalField? Field(RecordField field, int ordinal) =>
        record.Values[ordinal] is { } value && visible(field) ? Held(field, value) : null;

    private PersonalField Held(RecordField field, FieldValue value)
    {
        var target = Target(field.Name);
        var withheld = withhold(field);
        var passport = new Passport
        {
            Source = Source,
            StoredAt = withheld is null ? record.StoredAt : null,
            ObservedAt = withheld is null ? record.ObservedAt : null,
            AsOf = asOf,
            Policy = policies.Of(Type, field),
            IsWithheld = withheld is not null,
            Record = this,
        };
        return withheld is null
            ? new(field, mask(field, value), seal.Ref(Source, target), seal.Tag(Source, target, value), passport)
            : new(field, withheld, seal.Ref(Source, target), passport);
    }
}
