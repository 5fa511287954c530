using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>Transfers are named, and no safeguard for them.</summary>
internal sealed class SafeguardRule : INoticeRule
{
    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        var allowed = notice.Saying(NoticeHeading.Transfers).Where(sentence => !TransferWords.IsDenial(sentence.Text)).ToList();
        if (allowed.Count > 0 && !notice.Sentences.Any(sentence => TransferWords.NamesSafeguard(sentence.Text)))
        {
            yield return new(
                allowed[0].Line,
                "transfer-without-safeguard",
                FindingSeverity.Error,
                "Transfers out of the EU or EEA are named, but neither their safeguards nor the processors they go to",
                "The person has to be told what protects the data there and where to get a copy (GDPR Art. 13(1)(f), 44-49)",
                "List the processors with country and safeguard: an adequacy decision, standard contractual clauses, …");
        }
    }
}
