using System.Globalization;

namespace PersonalDataHub.Connectors.ContactForm.Maildir;

/// <summary>One file of a Maildir. It is never changed; only its flags and its folder are.</summary>
/// <param name="Folder">The mail folder, such as <c>.Archive</c>; empty for the inbox.</param>
/// <param name="Box"><c>new</c> or <c>cur</c>.</param>
/// <param name="Name">The file's name: a unique part, and flags after a colon.</param>
internal sealed record MaildirFile(string Folder, string Box, string Name)
{
    /// <summary>What stays of the name when flags change.</summary>
    public string Unique => Name.IndexOf(':') is >= 0 and var colon ? Name[..colon] : Name;

    /// <summary>When it was delivered, by the seconds that a name begins with; null when it does not.</summary>
    public DateTimeOffset? DeliveredAt =>
        long.TryParse(Name.AsSpan(0, Math.Max(0, Name.IndexOf('.'))), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 100_000_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
