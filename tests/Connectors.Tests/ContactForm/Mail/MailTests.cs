using System.Text;
using PersonalDataHub.Connectors.ContactForm.Mail;

namespace PersonalDataHub.Connectors.Tests.ContactForm.Mail;

public sealed class MailTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("=?utf-8?Q?K=C3=A4ynti_ja_k=C3=A4vely?=", "Käynti ja kävely")]
    [InlineData("=?UTF-8?B?S8Okdg==?= =?UTF-8?B?ZWx5?= ulkona", "Kävely ulkona")]
    [InlineData("=?UTF-8?B?S8M=?= =?UTF-8?B?pHZlbHk=?=", "Kävely")]
    [InlineData("=?iso-8859-15?q?hinta_5_=A4?=", "hinta 5 €")]
    [InlineData("=?windows-1252?Q?=80?= =?utf-8?Q?=C3=A4?=", "€ä")]
    [InlineData("=?no-such-charset?Q?=E4?=", "ä")]
    [InlineData("=?utf-8?Q?line=0Abreak?=", "line break")]
    [InlineData("=?utf-8?B?!!?= stays whole", "stays whole")]
    public void Decode_Should_ReadEncodedWords_When_TheHeaderHasThem(string text, string expected) => EncodedWords.Decode(text).ShouldBe(expected);

    [Theory]
    [InlineData("a@example.org", "a@example.org")]
    [InlineData("A <A@Example.ORG>, \"B, C\" <b@example.org>", "A@example.org b@example.org")]
    [InlineData("Group: a@example.org, B <b@example.org>;", "a@example.org b@example.org")]
    [InlineData("(comment, with (nested) comma) a@example.org", "a@example.org")]
    [InlineData("\"a \\\" <x@example.com>\" <a@example.org>", "a@example.org")]
    [InlineData("<@relay.example.com:a@example.org>", "a@example.org")]
    [InlineData("nobody", "")]
    [InlineData("", "")]
    [InlineData("a@", "")]
    public void Parse_Should_TellTheAddressesOnly_When_TheHeaderListsMailboxes(string header, string expected) =>
        string.Join(' ', AddressHeader.Parse(header).Select(mailbox => mailbox.Address)).ShouldBe(expected);

    [Theory]
    [InlineData("Tue, 3 Nov 2026 08:15:00 +0200", "2026-11-03T08:15:00+02:00")]
    [InlineData("3 Nov 2026 08:15 GMT", "2026-11-03T08:15:00+00:00")]
    [InlineData("Tue,  3 Nov 2026 8:15:00 -0330 (NST)", "2026-11-03T08:15:00-03:30")]
    [InlineData("31 Feb 2026 08:15:00 +0000", null)]
    [InlineData("yesterday", null)]
    [InlineData(null, null)]
    public void Parse_Should_TellTheMoment_When_TheHeaderHasOne(string? text, string? expected) =>
        (MailDate.Parse(text)?.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(expected);

    [Theory]
    [InlineData("Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nhyv=E4=\n p=E4iv=E4", "hyvä päivä")]
    [InlineData("Content-Type: text/plain; charset=\"utf-8\"\nContent-Transfer-Encoding: base64\n\naHl2\nw6Q=\n", "hyvä")]
    [InlineData("Subject: x\n\njust text", "just text")]
    [InlineData("Content-Type: text/html\n\n<style>p{}</style><p>One &amp; <b>two</b></p><p>three<br>four</p>", "One & two\nthree\nfour")]
    [InlineData("Content-Type: multipart/alternative; boundary=b\n\nx\n--b\nContent-Type: text/html\n\n<p>rich</p>\n--b\n\nplain\n--b--\n", "plain")]
    [InlineData("Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>rich</p>\n--b--\n", "rich")]
    [InlineData("Content-Type: multipart/mixed; boundary=\"b c\"\n\n--b c\n\nfirst\n--b c\nContent-Disposition: attachment\n\nfile\n--b c\n\nlast, cut off", "first\n\nlast, cut off")]
    [InlineData("Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\ninner\n--b--\n--a--", "inner")]
    [InlineData("Content-Type: image/png\n\nbytes", null)]
    public void TextOf_Should_TellWhatThePersonWrote_When_TheMessageHasParts(string message, string? expected)
    {
        var bytes = Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n"));
        var headers = MailHeaders.Read(bytes, out var length);

        MimeBody.TextOf(headers, bytes.AsSpan(length)).ShouldBe(expected);
    }

    [Fact]
    public void TextOf_Should_StopAtSomeDepth_When_PartsAreNestedWithoutEnd()
    {
        var message = string.Concat(Enumerable.Range(0, 5000).Select(level => $"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n"));
        var bytes = Encoding.UTF8.GetBytes(message);
        var headers = MailHeaders.Read(bytes, out var length);

        MimeBody.TextOf(headers, bytes.AsSpan(length)).ShouldBeNull();
    }

    [Fact]
    public void Read_Should_UnfoldAndTolerate_When_HeadersAreOdd()
    {
        var headers = MailHeaders.Read("Subject: one\r\n two\r\nno colon here\r\nX: \u00e4\r\n\r\nbody"u8, out var length);

        headers["subject"].ShouldBe("one two");
        headers["x"].ShouldBe("ä");
        length.ShouldBe("Subject: one\r\n two\r\nno colon here\r\nX: \u00e4\r\n\r\n"u8.Length);
    }
}
