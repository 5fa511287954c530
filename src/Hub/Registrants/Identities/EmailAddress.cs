using System.Globalization;
using System.Text;
using Kinds = PersonalDataHub.Connectors.Abstractions.IdentityKinds;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>An e-mail address: the part before the last @ as written, the domain in lower case and in its ASCII form.</summary>
/// <remarks>
/// Tags after + and dots are part of the address: taking them away would show one person's data to another. Mailboxes can
/// be shared, so an address never proves who somebody is.
/// </remarks>
public sealed class EmailAddress : IdentityKind
{
    private const int LongestAddress = 254;
    private static readonly IdnMapping idn = new() { AllowUnassigned = false, UseStd3AsciiRules = true };

    private static readonly HashSet<string> sharedMailboxes = new(StringComparer.OrdinalIgnoreCase)
    {
        "info", "posti", "toimisto", "asiakaspalvelu", "laskut", "laskutus", "lasku", "myynti", "tuki", "perhe", "office",
        "mail", "contact", "hello", "support", "sales", "billing", "invoice", "invoices", "admin", "postmaster", "webmaster",
        "noreply", "no-reply",
    };

    public override string Id => Kinds.Email;

    public override bool NeedsIssuer => false;

    public override IdentityStrength Strength => IdentityStrength.Shareable;

    /// <summary>Whether the mailbox is by its name several people's: such an address is not even a candidate.</summary>
    public static bool IsSharedMailbox(string normal) => sharedMailboxes.Contains(normal[..normal.LastIndexOf('@')]);

    public override NormalisedIdentity Normalise(string raw)
    {
        var text = raw.Trim();
        if (text.Length == 0)
        {
            return NormalisedIdentity.Refused(IdentityDefect.Empty, "The e-mail address is empty.");
        }

        // Text with lone surrogates cannot be normalised; it is no address either.
        if (text.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || char.IsSurrogate(character)))
        {
            return Malformed();
        }

        var address = text.Normalize(NormalizationForm.FormC);
        var at = address.LastIndexOf('@');
        if (at < 1 || !TryReadDomain(address[(at + 1)..], out var domain) || at + 1 + domain.Length > LongestAddress)
        {
            return Malformed();
        }

        return NormalisedIdentity.Of($"{address[..at]}@{domain}");
    }

    public override string ComparedBy(string normal) => normal.ToLowerInvariant();

    /// <summary>The first letter and the domain.</summary>
    public override string Mask(string normal) => $"{normal[0]}***{normal[normal.LastIndexOf('@')..]}";

    private static NormalisedIdentity Malformed() => NormalisedIdentity.Refused(
        IdentityDefect.Malformed, "An e-mail address has a name, one @ before the domain, and a domain such as example.org.");

    private static bool TryReadDomain(string written, out string domain)
    {
        domain = "";
        try
        {
            domain = idn.GetAscii(written.ToLowerInvariant()).ToLowerInvariant();
            return domain.Contains('.', StringComparison.Ordinal) && !domain.EndsWith('.');
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
