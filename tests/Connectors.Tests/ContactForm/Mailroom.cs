using System.Globalization;
using System.Net.Mail;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.ContactForm;

namespace PersonalDataHub.Connectors.Tests.ContactForm;

/// <summary>A real Maildir, with connectors to it.</summary>
internal sealed class Mailroom : IDisposable
{
    public const string Address = "First.Person@example.org";

    public static readonly SubjectIdentity Person = new(IdentityKinds.Email, "first.person@example.org", null);

    private static readonly DateTimeOffset Start = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly TemporaryDirectory directory = new();
    private int delivered;

    public Mailroom()
    {
        foreach (var box in new[] { "cur", "new", "tmp" })
        {
            Directory.CreateDirectory(directory.File("mail", box));
        }
    }

    public string Path => directory.File("mail");

    /// <summary>Every file of the Maildir, relative to it.</summary>
    public IReadOnlyList<string> Files =>
    [
        .. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Select(file => System.IO.Path.GetRelativePath(Path, file))
            .Where(file => file.Contains("cur/", StringComparison.Ordinal) || file.Contains("new/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    /// <summary>Delivers a message as it stands on the wire, and tells its file.</summary>
    public string DeliverText(string message, string folder = "", string box = "new", string flags = "")
    {
        var number = ++delivered;
        var name = string.Create(CultureInfo.InvariantCulture, $"{Start.AddHours(number).ToUnixTimeSeconds()}.M{number}P1.host{flags}");
        var file = System.IO.Path.Combine(Path, folder, box, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, message.ReplaceLineEndings("\r\n"), System.Text.Encoding.Latin1);
        return file;
    }

    /// <summary>Delivers a plain message.</summary>
    public string Deliver(string from, string subject, string folder = "", string? replyTo = null, string date = "Mon, 1 Jun 2026 12:00:00 +0300", string id = "") => DeliverText(
        $"From: {from}\n{(replyTo is null ? "" : $"Reply-To: {replyTo}\n")}To: service@example.net\nSubject: {subject}\n"
        + $"Date: {date}\nMessage-ID: <{(id.Length > 0 ? id : $"{subject}-{date}".Replace(' ', '-'))}@example.org>\n\nText of {subject}\n",
        folder);

    /// <summary>Has the base library's own mail client write the message, and delivers that.</summary>
    public string Deliver(MailMessage message)
    {
        var pickup = directory.File("pickup");
        Directory.CreateDirectory(pickup);
        using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = pickup };
        client.Send(message);
        var written = Directory.GetFiles(pickup).ShouldHaveSingleItem();
        var text = File.ReadAllText(written, System.Text.Encoding.Latin1);
        File.Delete(written);
        return DeliverText(text);
    }

    public SourceSettings Settings(string more = "") => new()
    {
        Register = "care",
        Source = "contact-form",
        WorkDirectory = directory.File("work"),
        BaseDirectory = directory.Path,
        Settings = SettingsYaml.Read("folder: mail\ncategory: contact\nownAddresses: [form@example.net]\n" + more),
    };

    public ContactFormConnector Connect() => new(Settings(), new TestTimeProvider());

    public void Dispose() => directory.Dispose();
}
