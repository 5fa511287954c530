using PersonalDataHub.Hub.Registers.Notices.Vocabulary;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>Marketing, analysis and the like, with bases named of which none carries them.</summary>
internal sealed class LegitimateInterestRule : INoticeRule
{
    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        var bases = LegalBases.In(notice).SelectMany(named => named.Bases).ToHashSet();
        if (bases.Count == 0 || bases.Contains(BasisKind.LegitimateInterest))
        {
            yield break;
        }

        var uncarried = notice.Under(NoticeHeading.Purposes).FirstOrDefault(sentence =>
            KnownPurposes.In(sentence.Text).Any(found => found.Purpose.NeedsInterest) && !LegalBases.Of(sentence.Text).Contains(BasisKind.Consent));
        if (uncarried is not null)
        {
            yield return new(
                uncarried.Line,
                "legitimate-interest-not-named",
                FindingSeverity.Error,
                "Marketing, analysis or development is a purpose, but no basis is named that carries it",
                "Neither a contract nor a statute asks for it: it rests on consent or on a legitimate interest, which has to be told (GDPR Art. 6(1)(f), 13(1)(d))",
                "Name the legitimate interest and weigh it, or ask for consent");
        }
    }
}
