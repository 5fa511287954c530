using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex;

namespace PersonalDataHub.Connectors.WebAnalytics;

/// <summary>Puts a person's requests together to visits, from the index alone.</summary>
/// <remarks>
/// A visit that is attributed to a customer is never given to a request for another one. A visitor id asked for alone,
/// without a customer number, finds the visits of a browser that one customer uses: who holds the cookie can show it.
/// </remarks>
internal sealed class VisitSearch(WebAnalyticsSettings settings, BrowserSearch browsers)
{
    /// <summary>The person's visits, oldest first, and how many others of their browsers are withheld.</summary>
    public (IReadOnlyList<Visit> Visits, int Withheld) Find(
        IndexSnapshot log, IReadOnlyList<Browser> found, IReadOnlyList<SubjectIdentity> identities)
    {
        var own = OwnNumbers(identities);
        var visits = new List<Visit>();
        var withheld = 0;
        foreach (var visit in found.SelectMany(browser => Split(log, browser)))
        {
            if (!MayBeGiven(visit.Browser, visit.Link, own))
            {
                withheld++;
                continue;
            }

            var foundBy = visit.Browser.FoundBy.Where(position => IsWithin(identities[position], visit.StartedAt)).ToList();
            if (foundBy.Count > 0)
            {
                visits.Add(visit with { FoundBy = foundBy });
            }
        }

        return ([.. visits.OrderBy(visit => (visit.StartedAt, visit.Lines[0].Tag))], withheld);
    }

    /// <summary>The links that may be told, oldest first.</summary>
    public IReadOnlyList<(Browser Browser, ConsentedLink Link)> Links(
        IReadOnlyList<Browser> found, IReadOnlyList<SubjectIdentity> identities)
    {
        var own = OwnNumbers(identities);
        return [.. found
            .SelectMany(browser => browser.Links, (browser, link) => (browser, link))
            .Where(pair => MayBeGiven(pair.browser, pair.link.Link, own))
            .OrderBy(pair => (pair.link.Line.At, pair.link.Line.Tag))];
    }

    /// <summary>True when visits of this browser are attributed to the customer.</summary>
    public bool HasVisits(IndexSnapshot log, Browser browser, string customerNumber, IReadOnlySet<string> besides) =>
        Split(log, browser).Any(visit =>
            visit.Link?.CustomerNumber == customerNumber
            && !besides.Contains(VisitReader.KeyOf(browser.VisitorId, visit.StartedAt)));

    private static bool MayBeGiven(Browser browser, VisitorLink? link, HashSet<string> own) => link is null
        ? !browser.IsShared
        : own.Contains(link.CustomerNumber) || (own.Count == 0 && !browser.IsShared);

    private HashSet<string> OwnNumbers(IReadOnlyList<SubjectIdentity> identities) => identities
        .Where(browsers.IsCustomerNumber)
        .Select(identity => identity.Value)
        .ToHashSet(StringComparer.Ordinal);

    private IEnumerable<Visit> Split(IndexSnapshot log, Browser browser)
    {
        var lines = new List<LineHit>();
        VisitorLink? link = null;
        foreach (var line in log.Find(AccessLogReader.VisitorKey, browser.VisitorId))
        {
            var current = browser.LinkAt(line.At);
            if (lines.Count > 0 && (current != link || line.At - lines[^1].At > settings.VisitInactivity))
            {
                yield return new(browser, link, lines, []);
                lines = [];
            }

            link = current;
            lines.Add(line);
        }

        if (lines.Count > 0)
        {
            yield return new(browser, link, lines, []);
        }
    }

    private bool IsWithin(SubjectIdentity identity, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, settings.TimeZone).DateTime);
        return (identity.ValidFrom is not { } from || day >= from) && (identity.ValidTo is not { } to || day <= to);
    }
}
