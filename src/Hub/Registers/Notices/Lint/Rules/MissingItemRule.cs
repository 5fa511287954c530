using PersonalDataHub.Hub.Registers.Notices.Vocabulary;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>Items of Art. 13 and 14 of which the notice says nothing, under no heading and in no sentence.</summary>
internal sealed class MissingItemRule : INoticeRule
{
    private static readonly Wording mailbox = new(@"[\w.+-]+@[\w-]+\.");
    private static readonly Wording interestDescribed = new(@"oikeutettu (etu|etumme) on|(etu|etuun|etua|etumme),? (joka|jona|:)|etu:|legitimate interests? (is|are|in|to|of|:)|interest,? which");

    private static readonly Wording interestNamed = new(@"oikeute(tu|tt)\w* (etu|edu|intress)|legitimate interest");

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        var bases = LegalBases.In(notice);
        foreach (var (id, item, article, severity) in Items(notice, bases))
        {
            if (!notice.SectionsOn(id).Any(section => section.IsRecognised) && !notice.Saying(id).Any())
            {
                yield return Missing(notice.TitleLine, item, article, severity);
            }
        }

        if (bases.Count == 0)
        {
            yield return Missing(notice.TitleLine, "legal-basis", "13(1)(c)", FindingSeverity.Error);
        }

        var interest = bases.Where(named => named.Bases.Contains(BasisKind.LegitimateInterest)).Select(named => named.Sentence).ToList();
        if (interest.Count > 0 && !interest.Any(sentence => IsDescribed(notice, sentence)))
        {
            yield return Missing(interest[0].LineOf(interestNamed), "legitimate-interest", "13(1)(d)", FindingSeverity.Error);
        }
    }

    private static bool IsDescribed(NoticeDocument notice, NoticeSentence sentence) =>
        interestDescribed.IsIn(sentence.Text)
        || (sentence.Block.Kind == BlockKind.TableRow && KnownPurposes.In(sentence.Text).Any())
        || notice.SectionsOn(NoticeHeading.LegitimateInterest).Any(section => section.IsRecognised && section.HasHeading && section.Blocks.Count > 0);

    private static IEnumerable<(NoticeHeading Id, string Item, string Article, FindingSeverity Severity)> Items(
        NoticeDocument notice, IReadOnlyList<(NoticeSentence Sentence, IReadOnlyList<BasisKind> Bases)> named)
    {
        var bases = named.SelectMany(one => one.Bases).ToHashSet();
        yield return (NoticeHeading.Controller, "controller", "13(1)(a)", FindingSeverity.Error);
        if (!notice.Sentences.Any(sentence => mailbox.IsIn(sentence.Text)))
        {
            yield return (NoticeHeading.Contact, "contact", "13(1)(a)-(b)", FindingSeverity.Error);
        }

        yield return (NoticeHeading.Purposes, "purposes", "13(1)(c)", FindingSeverity.Error);
        yield return (NoticeHeading.DataContents, "data-contents", "14(1)(d)", FindingSeverity.Error);
        yield return (NoticeHeading.Sources, "sources", "14(2)(f)", FindingSeverity.Warning);
        yield return (NoticeHeading.Recipients, "recipients", "13(1)(e)", FindingSeverity.Error);
        yield return (NoticeHeading.Retention, "retention", "13(2)(a)", FindingSeverity.Error);
        yield return (NoticeHeading.Access, "access", "13(2)(b), 15", FindingSeverity.Error);
        yield return (NoticeHeading.Rectification, "rectification", "13(2)(b), 16", FindingSeverity.Error);
        yield return (NoticeHeading.Erasure, "erasure", "13(2)(b), 17", FindingSeverity.Error);
        yield return (NoticeHeading.Restriction, "restriction", "13(2)(b), 18", FindingSeverity.Error);
        yield return (NoticeHeading.Complaint, "complaint", "13(2)(d), 77", FindingSeverity.Error);
        if (bases.Count == 0 || bases.Contains(BasisKind.Consent) || bases.Contains(BasisKind.Contract))
        {
            yield return (NoticeHeading.Portability, "portability", "13(2)(b), 20", FindingSeverity.Error);
        }

        if (bases.Contains(BasisKind.LegitimateInterest) || notice.Under(NoticeHeading.Purposes).Any(sentence => KnownPurposes.In(sentence.Text).Any(found => found.Purpose.Id == "direct-marketing")))
        {
            yield return (NoticeHeading.Objection, "objection", "13(2)(b), 21(4)", FindingSeverity.Error);
        }

        if (bases.Contains(BasisKind.Consent))
        {
            yield return (NoticeHeading.Withdrawal, "withdrawal", "13(2)(c), 7(3)", FindingSeverity.Error);
        }
    }

    private static NoticeFinding Missing(int line, string item, string article, FindingSeverity severity) => new(
        line,
        $"missing-{item}",
        severity,
        $"The notice does not tell: {item.Replace('-', ' ')}",
        $"It has to be told to the person (GDPR Art. {article})",
        "Add a section for it");
}
