using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex;

namespace PersonalDataHub.Connectors.WebAnalytics;

/// <summary>Finds a person's browsers: those given by visitor id, and those that a consented link names.</summary>
internal sealed class BrowserSearch(WebAnalyticsSettings settings)
{
    public IReadOnlyList<Browser> Find(IndexSnapshot links, IReadOnlyList<SubjectIdentity> identities) =>
    [
        .. identities
            .SelectMany((identity, position) => Visitors(links, identity).Select(visitor => (visitor, position)))
            .GroupBy(found => found.visitor, found => found.position, StringComparer.Ordinal)
            .Select(group => new Browser(
                group.Key, [.. group.Distinct()], Consented(links, VisitorLinkReader.VisitorKey, group.Key))),
    ];

    public bool IsCustomerNumber(SubjectIdentity identity) =>
        identity.Kind == IdentityKinds.CustomerNumber && identity.Issuer == settings.CustomerNumberIssuer;

    private IEnumerable<string> Visitors(IndexSnapshot links, SubjectIdentity identity) =>
        identity.Kind == IdentityKinds.VisitorId ? [identity.Value]
        : IsCustomerNumber(identity) ? Consented(links, VisitorLinkReader.CustomerKey, identity.Value)
            .Select(one => one.Link.VisitorId)
            .Distinct(StringComparer.Ordinal)
        : [];

    /// <summary>The links whose latest row says that consent is given; a later row with another word ends a link.</summary>
    private List<ConsentedLink> Consented(IndexSnapshot links, string kind, string value)
    {
        var inForce = new Dictionary<(string, string), ConsentedLink>();
        foreach (var line in links.Find(kind, value))
        {
            var link = VisitorLinkReader.Read(links.Read(line))!;
            var pair = (link.VisitorId, link.CustomerNumber);
            if (!settings.ConsentWords.Contains(link.Consent, StringComparer.OrdinalIgnoreCase))
            {
                inForce.Remove(pair);
            }
            else
            {
                inForce.TryAdd(pair, new(link, line));
            }
        }

        return [.. inForce.Values.OrderBy(one => one.Link.LinkedAt)];
    }
}
