using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Registrants.Widening;

/// <summary>Which sources can be asked by which identities.</summary>
internal static class Asking
{
    /// <summary>Whether the source finds records by this identity.</summary>
    public static bool Accepts(Source source, SubjectIdentity identity) =>
        source is { HoldsAggregatesOnly: false, Descriptor: { } descriptor } && descriptor.Accepts.Any(accepted =>
            accepted.Kind == identity.Kind && (identity.Issuer is null || identity.Issuer == (accepted.Issuer ?? source.Id)));

    /// <summary>
    /// Whether the source can say who its people are. Such a source is asked by identifying kinds only: by a passed-on
    /// telephone number it would also answer the other holder's records.
    /// </summary>
    public static bool KnowsPersons(Source source) =>
        source.Descriptor is { } descriptor && descriptor.RecordTypes.Any(type => type.Identifies);

    /// <summary>Those of a person's identities by which the source is read.</summary>
    public static IReadOnlyList<SubjectIdentity> IdentitiesFor(
        Source source, IEnumerable<SubjectIdentity> identities, KnownIdentityKinds kinds) =>
        [.. identities.Where(identity => Accepts(source, identity)
            && (!KnowsPersons(source) || kinds.Of(identity.Kind).Strength == IdentityStrength.Identifying))];

    /// <summary>
    /// The sources that must be asked who the person is: the primary one; those whose records are wanted, so that what they
    /// hold under a wrong number is noticed before it is read; those that tell identities by which these find records, and
    /// so on.
    /// </summary>
    /// <param name="all">The register's sources.</param>
    /// <param name="needed">Those whose records are wanted.</param>
    /// <param name="given">The identities known from the start: nobody needs to be asked for these.</param>
    /// <param name="primary">The id of the source that gives the customer numbers.</param>
    /// <param name="kinds">What is known of the kinds of identity.</param>
    public static IReadOnlyList<Source> Identifying(
        IReadOnlyList<Source> all,
        IEnumerable<Source> needed,
        IReadOnlyList<SubjectIdentity> given,
        string primary,
        KnownIdentityKinds kinds)
    {
        var wanted = new HashSet<Source>(needed, ReferenceEqualityComparer.Instance);
        var identifying = new HashSet<Source>(
            all.Where(source => KnowsPersons(source) && (source.Id == primary || wanted.Contains(source))),
            ReferenceEqualityComparer.Instance);
        wanted.UnionWith(identifying);
        bool grown;
        do
        {
            var next = all.Where(source => !identifying.Contains(source)
                && KnowsPersons(source)
                && wanted.Any(other => other != source && TellsWhatFinds(source, other, given, kinds))).ToList();
            identifying.UnionWith(next);
            wanted.UnionWith(next);
            grown = next.Count > 0;
        }
        while (grown);

        return [.. all.Where(identifying.Contains)];
    }

    /// <summary>
    /// Whether a source that did not answer may know an identity by which another finds records, of a kind and issuer of which
    /// none is known. One that never said what it tells may.
    /// </summary>
    public static bool MayTell(Source teller, Source asked, IReadOnlyList<SubjectIdentity> known, KnownIdentityKinds kinds) =>
        asked.Descriptor is { } descriptor && teller != asked
        && (teller.Descriptor is not { } telling || telling.RecordTypes.SelectMany(type => type.Fields)
            .Where(field => field is { IdentityKind: not null, ThirdParty: false } && kinds.Of(field.IdentityKind).Strength == IdentityStrength.Identifying)
            .Select(field => (Kind: field.IdentityKind!, Issuer: kinds.Of(field.IdentityKind!).NeedsIssuer ? field.IdentityIssuer ?? teller.Id : null))
            .Any(told => descriptor.Accepts.Any(accepted => accepted.Kind == told.Kind && (told.Issuer is null || told.Issuer == (accepted.Issuer ?? asked.Id)))
                && !known.Any(identity => identity.Kind == told.Kind && identity.Issuer == told.Issuer)));

    // A kind that is known already is worth asking for only where its own issuer may know another of the same person.
    private static bool TellsWhatFinds(
        Source teller, Source asked, IReadOnlyList<SubjectIdentity> given, KnownIdentityKinds kinds) =>
        asked.Descriptor is { } descriptor && teller.Descriptor!.RecordTypes
            .SelectMany(type => type.Fields)
            .Any(field => field is { IdentityKind: { } kind, ThirdParty: false }
                && (field.IdentityIssuer is null || !given.Any(identity => identity.Kind == kind && identity.Issuer == field.IdentityIssuer))
                && descriptor.Accepts.Any(accepted => accepted.Kind == kind && (!kinds.Of(kind).NeedsIssuer
                    || (accepted.Issuer ?? asked.Id) == (field.IdentityIssuer ?? teller.Id))));
}
