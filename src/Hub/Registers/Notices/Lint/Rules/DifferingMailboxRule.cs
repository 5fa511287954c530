using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>The mailbox for requests is none of those that the contact sections name.</summary>
internal sealed class DifferingMailboxRule : INoticeRule
{
    private static readonly Wording mailbox = new(@"[\w.+-]+(@|\(at\))[\w-]+(\.[\w-]+)+");

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        var named = Mailboxes(notice, section => section.Covers(NoticeHeading.Controller) || section.Covers(NoticeHeading.Contact)).ToList();
        var asked = Mailboxes(notice, section => section.Covers(NoticeHeading.Requests) && !section.Covers(NoticeHeading.Contact)).ToList();
        if (named.Count > 0 && asked.Count > 0 && !asked.Exists(box => named.Exists(other => other.Text == box.Text)))
        {
            yield return new(
                asked[0].Line,
                "contact-mailbox-differs",
                FindingSeverity.Warning,
                $"Requests go to another mailbox than the contact named on line {named[0].Line} has",
                "Requests that arrive where nobody expects them are answered late (GDPR Art. 12(2)-(3), 13(1)(a)-(b))",
                "Name one mailbox in both places, or say what each is for");
        }
    }

    private static IEnumerable<(string Text, int Line)> Mailboxes(NoticeDocument notice, Func<NoticeSection, bool> where) =>
        notice.Sections.Where(where).SelectMany(section => section.Sentences)
            .SelectMany(sentence => mailbox.AllIn(sentence.Text), (sentence, found) => (found.Text.ToUpperInvariant(), sentence.LineAt(found.Index)));
}
