namespace PersonalDataHub.Connectors.ContactForm.Mail;

/// <summary>One mailbox of an address header.</summary>
/// <param name="Name">The name shown for it; null when there is none.</param>
/// <param name="Address">The address, its domain in lower case.</param>
internal sealed record Mailbox(string? Name, string Address)
{
    private static readonly string[] Unanswered = ["no-reply", "noreply", "do-not-reply", "donotreply", "mailer-daemon", "postmaster", "nobody"];
    private static readonly string[] Nowhere = [".invalid", ".local", ".localhost", ".localdomain", ".test"];

    /// <summary>Whether somebody reads what is sent there.</summary>
    public bool Usable
    {
        get
        {
            var at = Address.LastIndexOf('@');
            var domain = Address[(at + 1)..];
            return domain.Contains('.', StringComparison.Ordinal)
                && !Nowhere.Any(end => domain.EndsWith(end, StringComparison.Ordinal))
                && !Unanswered.Contains(Address[..at], StringComparer.OrdinalIgnoreCase);
        }
    }

    public override string ToString() => nameof(Mailbox);
}
