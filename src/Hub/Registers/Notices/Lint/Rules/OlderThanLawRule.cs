using PersonalDataHub.Hub.Registers.Law;

namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>A notice dated before the GDPR applied that speaks in its terms all the same.</summary>
internal sealed class OlderThanLawRule : INoticeRule
{
    private static readonly Wording regulation = new(@"tietosuoja-asetu|\bgdpr\b|general data protection regulation|2016/679");

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        var gdpr = LegalActs.Find("gdpr")!;
        if (NoticeDates.Of(notice) is { } dated && dated.Date < gdpr.From && notice.First(regulation) is not null)
        {
            yield return new(
                dated.Line,
                "older-than-gdpr",
                FindingSeverity.Warning,
                "The notice is dated before the GDPR applied, though it is written in its terms",
                $"It applies from {gdpr.From:yyyy-MM-dd} (GDPR Art. 99(2)); what was written before has not been checked against practice under it",
                "Check every section against what is done today, and date the notice anew");
        }
    }
}
