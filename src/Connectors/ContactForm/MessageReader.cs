using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.ContactForm.Index;
using PersonalDataHub.Connectors.ContactForm.Mail;
using PersonalDataHub.Connectors.ContactForm.Maildir;

namespace PersonalDataHub.Connectors.ContactForm;

/// <summary>Reads one person's messages as records.</summary>
internal sealed class MessageReader(ContactFormSettings settings, MaildirFolder maildir)
{
    private const int LargestMessage = 32 * 1024 * 1024;
    private const string ContentType = "message/rfc822";

    /// <summary>The record of a message; null when its files were moved or removed meanwhile.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cut">True when it is so large that its text was not looked for.</param>
    public PersonalRecord? Read(FoundMessage message, out bool cut)
    {
        cut = false;
        foreach (var copy in message.Copies)
        {
            try
            {
                using var stream = File.OpenRead(maildir.PathOf(copy));
                cut = stream.Length > LargestMessage;
                var bytes = new byte[Math.Min(stream.Length, LargestMessage)];
                var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
                var headers = MailHeaders.Read(bytes.AsSpan(0, length), out var header);
                var mail = new MailMessage(headers, settings.OwnAddresses);
                return Record(message, mail, cut ? null : MimeBody.TextOf(headers, bytes.AsSpan(header, length - header)), stream.Length);
            }
            catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
            {
                // Another copy, or the next look, has it.
            }
        }

        return null;
    }

    /// <summary>A part of a message as it arrived.</summary>
    /// <exception cref="SourceException">It is not there.</exception>
    public MediaPart ReadMedia(FoundMessage? message, MediaRequest request)
    {
        foreach (var copy in message?.Copies ?? [])
        {
            try
            {
                using var stream = File.OpenRead(maildir.PathOf(copy));
                var bytes = new byte[(int)Math.Clamp(stream.Length - request.Offset, 0, request.Length)];
                var length = RandomAccess.Read(stream.SafeFileHandle, bytes, request.Offset);
                return new(bytes.AsMemory(0, length), stream.Length, ContentType);
            }
            catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
            {
                // Another copy may be there.
            }
        }

        throw new SourceException(FailureKind.Configuration, "The message is not in the folder any more.");
    }

    private PersonalRecord Record(FoundMessage message, MailMessage mail, string? text, long length)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(message.At);
        var from = mail.From.Count > 0 ? mail.From[0] : null;
        var reply = mail.ReplyTo.FirstOrDefault(mailbox => !mailbox.Address.Equals(from?.Address, StringComparison.OrdinalIgnoreCase));
        return new()
        {
            RecordType = ContactFormDescriptor.Message,
            Key = message.Key,
            Values =
            [
                new InstantValue(at),
                Text(mail.Subject),
                Text(text),
                Text(from?.Name ?? reply?.Name),
                Text(from?.Address),
                Text(reply?.Address),
                new BooleanValue(mail.Answerable),
                new MediaValue(message.Key, ContentType, length),
            ],
            StoredAt = at,
            ObservedAt = at,
            Restricted = message.Copies.All(maildir.IsRestricted),
            FoundBy = message.FoundBy,
        };
    }

    private static TextValue? Text(string? value) => string.IsNullOrEmpty(value) ? null : new(value);
}
