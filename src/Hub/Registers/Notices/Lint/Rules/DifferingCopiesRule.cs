using PersonalDataHub.Hub.Registers.Notices.Vocabulary;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>One rule told in several places, and not alike.</summary>
internal sealed class DifferingCopiesRule : INoticeRule
{
    private static readonly Wording onRequest = new(@"(poist|hävit)\w*.*(pyynnöstä|pyydet).*\b(ellei|jollei|paitsi)\b|(delet|eras|destroy)\w*.*request.*\b(unless|except)\b");
    private static readonly (string Name, Wording Words)[] hindrances =
    [
        ("law", new(@"\blaki\b|\blain\b|lakisäät|\blaissa\b|\blaw\b|statut")),
        ("invoice", new(@"lasku|invoice")),
        ("collection", new(@"perint|collection")),
        ("relationship", new(@"asiakassuh|sopimus|relationship|contract")),
    ];

    private static readonly Wording only = new(@"\b(vain|ainoastaan|muutoin kuin|muuten kuin|only|other than|except)\b");
    private static readonly (string Name, Wording Words)[] gates =
    [
        ("law", new(@"\blaki|\blain\b|viranomai|lakisäät|\blaw\b|authorit")),
        ("invoicing", new(@"lasku|invoic|billing")),
        ("collection", new(@"perint|collection")),
        ("credit", new(@"luotto|luoton|credit")),
        ("consent", new(@"suostumu|lupaa|consent|permission")),
        ("contract", new(@"sopimu|contract")),
    ];

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        var transfers = notice.Saying(NoticeHeading.Transfers).Where(sentence => sentence.IsWhole)
            .Where(sentence => TransferWords.IsDenial(sentence.Text) || TransferWords.IsConditional(sentence.Text))
            .Select(sentence => (sentence, TransferWords.IsDenial(sentence.Text) ? "never" : "if"));
        var erasures = notice.Sentences.Where(sentence => sentence.IsWhole && onRequest.IsIn(sentence.Text))
            .Select(sentence => (sentence, Facets(sentence.Text, hindrances)));
        var disclosures = notice.Sentences
            .Where(sentence => sentence.IsWhole && only.IsIn(sentence.Text) && Topics.Speaks(sentence.Text, NoticeHeading.Recipients) && !Topics.Speaks(sentence.Text, NoticeHeading.Transfers))
            .Select(sentence => (sentence, Facets(sentence.Text, gates)))
            .Where(copy => copy.Item2.Length > 0);
        return Differences(transfers, "transfers", "13(1)(f)").Concat(Differences(erasures, "erasure on request", "17(3)")).Concat(Differences(disclosures, "disclosures", "13(1)(e)"));
    }

    private static string Facets(string text, (string Name, Wording Words)[] facets) =>
        string.Join(' ', facets.Where(facet => facet.Words.IsIn(text)).Select(facet => facet.Name));

    private static IEnumerable<NoticeFinding> Differences(IEnumerable<(NoticeSentence Sentence, string Says)> copies, string rule, string article)
    {
        var told = copies.ToList();
        return told.Skip(1).Where(copy => copy.Says != told[0].Says).Select(copy => new NoticeFinding(
            copy.Sentence.Line,
            "copies-differ",
            FindingSeverity.Error,
            $"The rule on {rule} stands on line {told[0].Sentence.Line} too, and says something else there",
            $"A person cannot tell which of them holds (GDPR Art. 12(1), {article})",
            "Tell the rule once and refer to it, or make the copies alike"));
    }
}
