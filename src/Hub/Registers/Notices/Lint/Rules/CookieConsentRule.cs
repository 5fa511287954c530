using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>Browser settings are all that stands between the visitor and cookies.</summary>
internal sealed class CookieConsentRule : INoticeRule
{
    private static readonly Wording settings = new(@"selai\w*.*asetu|asetu\w*.*selai|browser.*setting|setting\w*.*browser");
    private static readonly Wording consent = new(@"suostumu|hyväksy|\bconsent|\baccept|\bopt.?in\b");

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        foreach (var section in notice.SectionsOn(NoticeHeading.Cookies).Where(section => !section.Sentences.Any(sentence => consent.IsIn(sentence.Text))))
        {
            if (section.Sentences.FirstOrDefault(sentence => settings.IsIn(sentence.Text)) is { } sentence)
            {
                yield return new(
                    sentence.Line,
                    "cookies-by-browser-settings",
                    FindingSeverity.Error,
                    "Cookies are set unless the visitor turns them off in the browser",
                    "Cookies that the service does not need ask for consent first, by an act of the visitor (Act 917/2014 s. 205, GDPR Art. 4(11))",
                    "Ask before setting them, and say how consent is taken back");
            }
        }
    }
}
