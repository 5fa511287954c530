using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex;

namespace PersonalDataHub.Connectors.WebAnalytics;

/// <summary>Makes a page of records, links first, reading only the lines of that page.</summary>
internal sealed class VisitReader(WebAnalyticsSettings settings, VisitSearch search)
{
    private const int LinkRank = 0;
    private const int VisitRank = 1;

    private readonly AccessLineView view = new(settings);

    /// <summary>What the hub knows a visit by: it stays the same when logs are rotated and the index is lost.</summary>
    public static string KeyOf(string visitorId, DateTimeOffset startedAt) =>
        Key(visitorId, startedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>What the hub knows a link by.</summary>
    public static string KeyOf(string visitorId, string customerNumber) => Key(visitorId, customerNumber);

    /// <param name="request">What is asked.</param>
    /// <param name="log">The log.</param>
    /// <param name="browsers">The person's browsers.</param>
    /// <param name="restricted">The keys of records kept restricted.</param>
    /// <param name="cancellationToken">Stops between two records.</param>
    public ReadPage Read(
        ReadRequest request,
        IndexSnapshot log,
        IReadOnlyList<Browser> browsers,
        IReadOnlySet<string> restricted,
        CancellationToken cancellationToken)
    {
        var records = new List<(PageMark Mark, Func<PersonalRecord> Make)>();
        if (request.RecordTypes.Contains(WebAnalyticsDescriptor.VisitorLink))
        {
            records.AddRange(search.Links(browsers, request.Identities).Select(pair =>
                (PageMark.Of(pair.Link.Line, LinkRank), (Func<PersonalRecord>)(() => Record(pair.Browser, pair.Link.Link)))));
        }

        var withheld = 0;
        if (request.RecordTypes.Contains(WebAnalyticsDescriptor.Visit))
        {
            (var visits, withheld) = search.Find(log, browsers, request.Identities);
            records.AddRange(visits.Select(visit =>
                (PageMark.Of(visit.Lines[0], VisitRank), (Func<PersonalRecord>)(() => Record(visit, log)))));
        }

        var rest = PageMark.Parse(request.PageToken) is { } mark
            ? records.Where(record => mark.IsBefore(record.Mark)).ToList()
            : records;
        var page = rest.Take(Math.Clamp(request.PageSize, 1, 1000)).ToList();
        return new()
        {
            Records = [.. page.Select(record =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                var made = record.Make();
                return made with { Restricted = restricted.Contains(made.Key) };
            })],
            NextPageToken = page.Count < rest.Count ? page[^1].Mark.ToToken() : null,
            Total = records.Count,
            AsOf = default,
            Gaps = withheld == 0
                ? log.Gaps
                : [.. log.Gaps, $"Visits of browsers that other customers use, not given because they may be theirs: {withheld}."],
        };
    }

    private static PersonalRecord Record(Browser browser, VisitorLink link) => new()
    {
        RecordType = WebAnalyticsDescriptor.VisitorLink,
        Key = KeyOf(link.VisitorId, link.CustomerNumber),
        Values = WebAnalyticsDescriptor.Values(link, browser.IsShared),
        StoredAt = link.LinkedAt,
        ObservedAt = link.LinkedAt,
        FoundBy = browser.FoundBy,
    };

    private PersonalRecord Record(Visit visit, IndexSnapshot log)
    {
        var lines = visit.Lines.Select(line => AccessLineParser.Parse(log.Read(line))!).ToList();
        return new()
        {
            RecordType = WebAnalyticsDescriptor.Visit,
            Key = KeyOf(visit.Browser.VisitorId, visit.StartedAt),
            Values = WebAnalyticsDescriptor.Values(visit, lines, view),
            StoredAt = lines[^1].At,
            ObservedAt = lines[^1].At,
            FoundBy = visit.FoundBy,
        };
    }

    /// <summary>Does not show the visitor id.</summary>
    private static string Key(params ReadOnlySpan<string> parts) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))).AsSpan(0, 16));
}
