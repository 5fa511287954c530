using System.Security.Cryptography;
using System.Text;

namespace PersonalDataHub.Connectors.ContactForm.Mail;

/// <summary>What the headers of a message tell.</summary>
internal sealed class MailMessage(MailHeaders headers, IReadOnlyCollection<string> ownAddresses)
{
    /// <summary>Who sent it, without the addresses of the form or mailbox itself.</summary>
    public IReadOnlyList<Mailbox> From { get; } = Others(headers["From"], ownAddresses);

    /// <summary>Where an answer is to go, without the addresses of the form or mailbox itself.</summary>
    public IReadOnlyList<Mailbox> ReplyTo { get; } = Others(headers["Reply-To"], ownAddresses);

    public string? Subject => headers["Subject"] is { } subject && EncodedWords.Decode(subject) is { Length: > 0 } text ? text : null;

    /// <summary>Whether it can be answered: an address to answer to is named and somebody reads what is sent there.</summary>
    public bool Answerable => From.Concat(ReplyTo).Any(mailbox => mailbox.Usable);

    /// <summary>When it arrived here, or else when it was sent; null when neither is told.</summary>
    public DateTimeOffset? ReceivedAt =>
        headers["Received"] is { } trace && MailDate.Parse(trace[(trace.LastIndexOf(';') + 1)..]) is { } arrived ? arrived : MailDate.Parse(headers["Date"]);

    /// <summary>
    /// What its copies have in common: id, date and senders. The id alone would not do, as a stranger can use somebody else's.
    /// </summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\0',
        [headers["Message-ID"] ?? "", headers["Date"] ?? "", headers["Subject"] ?? "", headers["From"] ?? "", headers["Reply-To"] ?? ""]))).AsSpan(0, 16));

    private static IReadOnlyList<Mailbox> Others(string? header, IReadOnlyCollection<string> ownAddresses) =>
        [.. AddressHeader.Parse(header).Where(mailbox => !ownAddresses.Contains(mailbox.Address))];
}
