using PersonalDataHub.Hub.Registers.Law;

namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>Contact details of the Finnish supervisory authority that are not those in use.</summary>
internal sealed class AuthorityContactRule : INoticeRule
{
    private static readonly Wording authority = new(@"tietosuojavaltuutet|data protection ombudsman|\bombudsman\b");
    private static readonly Wording postalCode = new(@"\b\d{5}\b");
    private static readonly Wording mailbox = new(@"[\w.+-]+(@|\(at\))[\w.-]+");
    private static readonly Wording phone = new(@"\b0\d{1,2}[ -]?\d{2,3}[ -]?\d{2,5}([ -]?\d{2,3})?\b");

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        if (AuthorityContacts.FinlandOn(today) is not { } current)
        {
            yield break;
        }

        foreach (var block in notice.Sections.SelectMany(section => section.Blocks))
        {
            var start = authority.IndexIn(block.Text);
            if (start >= 0 && Outdated(block.Text[start..], current) is { } index)
            {
                yield return new(
                    block.LineAt(start + index),
                    "authority-contact-dated",
                    FindingSeverity.Warning,
                    "The supervisory authority's contact details are not those in use",
                    "A complaint sent to an old address may never arrive (GDPR Art. 13(2)(d), 77)",
                    $"Today: {current.Visit}; {current.Post.En}; telephone {current.Phone}; {current.Mailbox}");
            }
        }
    }

    private static int? Outdated(string text, AuthorityContact current)
    {
        var codes = postalCode.AllIn(text).Where(code => !current.Visit.Contains(code.Text, StringComparison.Ordinal) && !current.Post.En.Contains(code.Text, StringComparison.Ordinal));
        var mailboxes = mailbox.AllIn(text).Where(box => !current.Mailbox.EndsWith(DomainOf(box.Text), StringComparison.OrdinalIgnoreCase));
        var phones = phone.AllIn(text).Where(number => !Digits(number.Text).StartsWith(Digits(current.Phone)[..6], StringComparison.Ordinal));
        var found = codes.Concat(mailboxes).Concat(phones).Select(one => one.Index).ToList();
        return found.Count == 0 ? null : found.Min();
    }

    private static string DomainOf(string mailbox) => mailbox[(mailbox.LastIndexOfAny(['@', ')']) + 1)..].TrimEnd('.');

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
