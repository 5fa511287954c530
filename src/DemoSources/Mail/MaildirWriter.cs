using System.Globalization;
using System.Text;

namespace PersonalDataHub.DemoSources.Mail;

/// <summary>Writes messages into a Maildir as a mail server delivers them: a file each, read ones in cur, unread ones in new.</summary>
internal sealed class MaildirWriter
{
    private readonly string directory;
    private int delivered;

    public MaildirWriter(string directory)
    {
        this.directory = directory;
        foreach (var name in (string[])["cur", "new", "tmp"])
        {
            Directory.CreateDirectory(Path.Combine(directory, name));
        }
    }

    /// <summary>Delivers what somebody wrote into a web site's form.</summary>
    /// <param name="at">When it came.</param>
    /// <param name="replyTo">Where an answer goes, as it is written in a header; null when the form was sent without an address.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="text">What was written.</param>
    /// <param name="seen">Whether somebody opened it already.</param>
    public void DeliverForm(DateTimeOffset at, string? replyTo, string subject, string text, bool seen)
    {
        delivered++;
        var local = LocalTime.Of(at);
        var date = local.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
            + local.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        string[] lines =
        [
            "From: Yhteydenottolomake <noreply@lomake.example.org>",
            "To: yhteys@example.org",
            .. replyTo is null ? (string[])[] : [$"Reply-To: {replyTo}"],
            $"Subject: {Encoded(subject)}",
            $"Date: {date}",
            $"Message-ID: <form-{at.ToUnixTimeSeconds()}-{delivered}@example.org>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit",
            "",
            text,
            "",
        ];
        var name = string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeSeconds()}.M{delivered}P1.mail.example.org{(seen ? ":2,S" : "")}");
        File.WriteAllText(Path.Combine(directory, seen ? "cur" : "new", name), string.Join("\r\n", lines), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>A header's words by RFC 2047, where they are not plain letters.</summary>
    private static string Encoded(string words) =>
        words.All(char.IsAscii) ? words : $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(words))}?=";
}
