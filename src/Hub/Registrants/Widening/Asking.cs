using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Registrants.Widening;

/// <summary>Which sources can be asked by which identities.</summary>
internal static class Asking
{
    /// <summary>Whether the source finds records by this identity.</summary>
    public static bool Accepts(Source source, SubjectIdentity identity) =>
        source.Descriptor is { } descriptor && descriptor.Accepts.Any(accepted =>
            accepted.Kind == identity.Kind && (identity.Issuer is null || identity.Issuer == (accepted.Issuer ?? source.Id)));

    /// <summary>
    /// Whether the source can say who its people are. Such a source is asked by identifying kinds only: by a passed-on
    /// telephone number it would also answer the other holder's records.
    /// </summary>
    public static bool KnowsPersons(Source source) =>
        source.Descriptor is { } descriptor && descriptor.RecordTypes.Any(type => type.Identifies);

    /// <summary>
    /// The sources that must be asked to find every identity by which the needed sources find records: those that tell
    /// such identities, those that tell what these accept, and so on.
    /// </summary>
    public static IReadOnlyList<Source> Identifying(IReadOnlyList<Source> all, IEnumerable<Source> needed, string? primary)
    {
        var wanted = new HashSet<Source>(needed, ReferenceEqualityComparer.Instance);
        var identifying = new HashSet<Source>(
            all.Where(source => source.Id == primary && KnowsPersons(source)), ReferenceEqualityComparer.Instance);
        wanted.UnionWith(identifying);
        bool grown;
        do
        {
            var next = all.Where(source => !identifying.Contains(source)
                && KnowsPersons(source)
                && wanted.Any(other => other != source && TellsWhatFinds(source, other))).ToList();
            identifying.UnionWith(next);
            wanted.UnionWith(next);
            grown = next.Count > 0;
        }
        while (grown);

        return [.. all.Where(identifying.Contains)];
    }

    private static bool TellsWhatFinds(Source teller, Source asked) =>
        asked.Descriptor is { } descriptor && teller.Descriptor!.RecordTypes
            .Where(type => type.Identifies)
            .SelectMany(type => type.Fields)
            .Any(field => field is { IdentityKind: { } kind, ThirdParty: false } && descriptor.Accepts.Any(accepted =>
                accepted.Kind == kind
                && (accepted.Issuer ?? asked.Id) == (field.IdentityIssuer ?? teller.Id)));
}
