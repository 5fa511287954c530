using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Widening;

namespace PersonalDataHub.Hub.Registrants.Restrictions;

/// <summary>The restrictions in force on one registrant's data, oldest first.</summary>
internal sealed class RestrictionsInForce(string register, IReadOnlyList<Restriction> all, RestrictionHash hash)
{
    /// <summary>Every one of them.</summary>
    public IReadOnlyList<Restriction> All => all;

    /// <summary>Those that cover a field of a record, or the whole record where none is given.</summary>
    public IEnumerable<Restriction> Covering(Source source, RecordType type, string key, RecordField? field) => all.Where(
        restriction => restriction.Scope switch
        {
            RestrictionScope.Person => true,
            RestrictionScope.Category => restriction.Category == (field?.Category ?? type.Category),
            RestrictionScope.Record => Names(restriction, source, new(type.Name, key)),
            RestrictionScope.Field => field is not null && Names(restriction, source, new(type.Name, key, field.Name)),
            _ => throw new ArgumentOutOfRangeException(nameof(type), restriction.Scope, "The set of scopes is closed."),
        });

    /// <summary>Why a purpose may not see a field of a record; null when it may.</summary>
    public Withheld? Withhold(Purpose purpose, Source source, RecordType type, string key, RecordField field) =>
        all.Count == 0 ? null : First(purpose, Covering(source, type, key, field));

    /// <summary>
    /// Why a purpose may not see an identity; null when it may. What covers one of the records that tell it covers it;
    /// where none of them was read, any restriction that may cover it is taken to.
    /// </summary>
    /// <param name="purpose">The purpose.</param>
    /// <param name="kind">The identity's kind.</param>
    /// <param name="sources">The register's sources.</param>
    /// <param name="tellers">The records read that tell it.</param>
    public Withheld? WithholdIdentity(
        Purpose purpose, string kind, IReadOnlyList<Source> sources, IReadOnlyList<IdentifiedRecord> tellers)
    {
        if (all.Count == 0)
        {
            return null;
        }

        var covering =
            from teller in tellers
            from field in teller.Type.Fields
            where field.IdentityKind == kind
            from restriction in Covering(teller.Source, teller.Type, teller.Record.Key, field)
            select restriction;
        return First(purpose, tellers.Count > 0 ? covering : all.Where(restriction =>
            restriction.Scope != RestrictionScope.Category || CategoriesOf(kind, sources).Contains(restriction.Category)));
    }

    private static Withheld? First(Purpose purpose, IEnumerable<Restriction> covering) =>
        covering.FirstOrDefault(restriction => !AllowedUse.Allows(restriction.Ground, purpose.RestrictedUse)) is { } restriction
            ? new(restriction)
            : null;

    private static IEnumerable<string> CategoriesOf(string kind, IEnumerable<Source> sources) =>
        from source in sources
        from type in source.Descriptor?.RecordTypes ?? []
        from field in type.Fields
        where field.IdentityKind == kind
        select field.Category ?? type.Category;

    private bool Names(Restriction restriction, Source source, RecordTarget target) =>
        hash.Of(register, source.Id, target).AsSpan().SequenceEqual(restriction.Target);
}
