using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex;

namespace PersonalDataHub.Connectors.WebAnalytics.Writing;

/// <summary>The visits and links that a write is about, as far as they are the person's; by key.</summary>
/// <param name="Visits">The visits.</param>
/// <param name="Links">The links.</param>
/// <param name="Needed">The links without which visits that stay would pass to another customer of the same browser.</param>
internal sealed record HeldRecords(
    IReadOnlyDictionary<string, Visit> Visits,
    IReadOnlyDictionary<string, VisitorLink> Links,
    IReadOnlySet<string> Needed)
{
    /// <param name="log">The log.</param>
    /// <param name="search">Tells what is the person's.</param>
    /// <param name="browsers">The person's browsers.</param>
    /// <param name="identities">The person's identities.</param>
    /// <param name="targets">The records wanted.</param>
    public static HeldRecords Find(
        IndexSnapshot log,
        VisitSearch search,
        IReadOnlyList<Browser> browsers,
        IReadOnlyList<SubjectIdentity> identities,
        IReadOnlyList<RecordTarget> targets)
    {
        var visitKeys = KeysOf(targets, WebAnalyticsDescriptor.Visit);
        var linkKeys = KeysOf(targets, WebAnalyticsDescriptor.VisitorLink);
        var visits = visitKeys.Count == 0 ? [] : search.Find(log, browsers, identities).Visits
            .Select(visit => (Key: VisitReader.KeyOf(visit.Browser.VisitorId, visit.StartedAt), visit))
            .Where(held => visitKeys.Contains(held.Key))
            .ToList();
        var links = search.Links(browsers, identities)
            .Select(pair => (Key: VisitReader.KeyOf(pair.Link.Link.VisitorId, pair.Link.Link.CustomerNumber), pair.Browser, pair.Link.Link))
            .Where(held => linkKeys.Contains(held.Key))
            .ToList();
        return new(
            visits.ToDictionary(held => held.Key, held => held.visit, StringComparer.Ordinal),
            links.ToDictionary(held => held.Key, held => held.Link, StringComparer.Ordinal),
            links
                .Where(held => held.Browser.IsShared && search.HasVisits(log, held.Browser, held.Link.CustomerNumber, besides: visitKeys))
                .Select(held => held.Key)
                .ToHashSet(StringComparer.Ordinal));
    }

    public bool Holds(RecordTarget target) => target.RecordType switch
    {
        WebAnalyticsDescriptor.Visit => Visits.ContainsKey(target.Key),
        WebAnalyticsDescriptor.VisitorLink => Links.ContainsKey(target.Key),
        _ => false,
    };

    public override string ToString() => nameof(HeldRecords);

    private static HashSet<string> KeysOf(IReadOnlyList<RecordTarget> targets, string type) => targets
        .Where(target => target.RecordType == type && target.Field is null)
        .Select(target => target.Key)
        .ToHashSet(StringComparer.Ordinal);
}
