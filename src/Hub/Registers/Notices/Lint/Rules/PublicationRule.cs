namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>The register is published unless somebody forbids it.</summary>
internal sealed class PublicationRule : INoticeRule
{
    private static readonly Wording publication = new(@"(julkais|julkist)\w* .*\b(ellei|jollei|jos\w* ei)\b.*(kiel|vastust)|publish\w* .*\bunless\b.*(forbid|object|prohibit|opt)");

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today) =>
        from sentence in notice.Sentences
        where publication.IsIn(sentence.Text)
        select new NoticeFinding(
            sentence.LineOf(publication),
            "published-unless-forbidden",
            FindingSeverity.Error,
            "Data is published unless the person forbids it",
            "Silence is no basis, and publication is a purpose of its own (GDPR Art. 5(1)(b), 6(1))",
            "Publish with consent, and name the purpose");
}
