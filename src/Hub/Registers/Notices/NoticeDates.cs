using System.Globalization;
using System.Text.RegularExpressions;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices;

/// <summary>The date that a notice gives itself.</summary>
internal static partial class NoticeDates
{
    private static readonly Wording itsOwn = new(@"laadit|laatimis|päivit|päiväy|versio|voimassa|(last )?(updated|revised|changed)|effective|in force|\bdated?\b|version");
    private static readonly Wording months = new(@"\b(january|february|march|april|may|june|july|august|september|october|november|december)\b");

    /// <summary>The latest date it gives itself, with the line; null when there is none.</summary>
    public static (DateOnly Date, int Line)? Of(NoticeDocument notice)
    {
        var dated = new List<(DateOnly Date, int Line)>();
        foreach (var (section, index) in notice.Sections.Select((section, index) => (section, index)))
        {
            var last = section.Sentences.LastOrDefault();
            foreach (var sentence in section.Sentences)
            {
                var isOwn = itsOwn.IsIn(sentence.Text) || section.Covers(NoticeHeading.Version) || (index == notice.Sections.Count - 1 && sentence == last);
                dated.AddRange(isOwn ? In(sentence.Text).Select(found => (found.Date, sentence.LineAt(found.Index))) : []);
            }
        }

        return dated.Count == 0 ? null : dated.MaxBy(found => found.Date);
    }

    /// <summary>The dates in a text, in the ways they are written in Finnish and English.</summary>
    public static IEnumerable<(DateOnly Date, int Index)> In(string text)
    {
        foreach (Match match in Numbers().Matches(text))
        {
            var isIso = match.Groups["iso"].Success;
            if (AsDate(match.Groups[isIso ? "y" : "year"].Value, match.Groups[isIso ? "m" : "month"].Value, match.Groups[isIso ? "d" : "day"].Value) is { } date)
            {
                yield return (date, match.Index);
            }
        }

        foreach (Match match in Words().Matches(text).Where(match => months.IsIn(match.Value)))
        {
            if (DateOnly.TryParse(match.Value, CultureInfo.InvariantCulture, out var date))
            {
                yield return (date, match.Index);
            }
        }
    }

    private static DateOnly? AsDate(string year, string month, string day) =>
        DateOnly.TryParseExact($"{year}-{month}-{day}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex(@"(?<iso>\b(?<y>(19|20)\d\d)-(?<m>\d{1,2})-(?<d>\d{1,2})\b)|\b(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>(19|20)\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\b\d{1,2}(st|nd|rd|th)? \p{L}{3,9},? (19|20)\d\d\b|\b\p{L}{3,9} \d{1,2},? (19|20)\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
