using PersonalDataHub.Hub.Registers.Notices.Vocabulary;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>"No transfers", beside disclosures to those who do digital advertising and analytics, of whom many are elsewhere.</summary>
internal sealed class AdvertisingTransferRule : INoticeRule
{
    private static readonly Wording advertising = new(
        @"digitaali\w* mainon|mainon\w* kohden|verkkomainon|mainosverko|(digital|online|targeted) advert|advert\w* (network|partner)|ad network|google|facebook|\bmeta\b|sosiaalisen median|social media");

    private static readonly Wording checkedWords = new(@"(eu|eta)(:ssa|-alueella|:n alueella| ssa)|euroop\w* (alueella|sisällä)|\b(inside|within|in) the (eu|eea|european)\b");

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        var denial = notice.Saying(NoticeHeading.Transfers).FirstOrDefault(sentence => TransferWords.IsDenial(sentence.Text));
        var toAdvertisers = notice.Sections.SelectMany(section => section.Sentences, (section, sentence) => (section, sentence))
            .Where(one => one.section.Covers(NoticeHeading.Recipients) || one.section.Covers(NoticeHeading.Cookies) || Topics.Speaks(one.sentence.Text, NoticeHeading.Recipients))
            .Select(one => one.sentence)
            .Where(sentence => advertising.IsIn(sentence.Text))
            .ToList();
        if (denial is not null && toAdvertisers.Count > 0 && !notice.Sentences.Any(sentence => checkedWords.IsIn(sentence.Text) && advertising.IsIn(sentence.Text)))
        {
            yield return new(
                denial.Line,
                "transfers-denied-beside-advertising",
                FindingSeverity.Warning,
                "The notice says that nothing is transferred out of the EU or EEA, and names recipients in digital advertising or analytics",
                "Such recipients often process elsewhere; what the notice denies must not happen (GDPR Art. 13(1)(f), 44)",
                "Check where the real recipients process, and say that they do so inside the EU or EEA, or name the transfers");
        }
    }
}
