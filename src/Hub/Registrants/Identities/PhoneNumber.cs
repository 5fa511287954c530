using System.Text;
using System.Text.RegularExpressions;
using Kinds = PersonalDataHub.Connectors.Abstractions.IdentityKinds;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>A telephone number, written as ITU-T E.164 asks. Numbers without a country are Finnish.</summary>
/// <remarks>Numbers pass to other people: one alone proves nobody and merges nobody.</remarks>
public sealed partial class PhoneNumber : IdentityKind
{
    private const string FinnishPrefix = "+358";

    public override string Id => Kinds.Phone;

    public override bool NeedsIssuer => false;

    public override IdentityStrength Strength => IdentityStrength.Shareable;

    public override NormalisedIdentity Normalise(string raw)
    {
        var text = raw.Trim();
        if (text.Length == 0)
        {
            return NormalisedIdentity.Refused(IdentityDefect.Empty, "The phone number is empty.");
        }

        if (SeveralNumbers().IsMatch(text))
        {
            return NormalisedIdentity.Refused(
                IdentityDefect.Multiple, "One phone number is expected: without an extension and without a second number.");
        }

        var number = International(WithoutSeparators(text));
        if (ServiceNumber().IsMatch(number))
        {
            return NormalisedIdentity.Refused(
                IdentityDefect.ServiceNumber, "This is an emergency or service number, which identifies nobody.");
        }

        return E164().IsMatch(number)
            ? NormalisedIdentity.Of(number)
            : NormalisedIdentity.Refused(
                IdentityDefect.Malformed,
                "A phone number begins with + and the country's number, or with 0 for a Finnish one, and has 6 to 15 digits.");
    }

    /// <summary>Country and the last two digits.</summary>
    public override string Mask(string normal) =>
        normal.StartsWith(FinnishPrefix, StringComparison.Ordinal)
            ? $"{FinnishPrefix}*****{normal[^2..]}"
            : $"+*****{normal[^2..]}";

    private static string WithoutSeparators(string text)
    {
        var spaced = new StringBuilder(text.Length);
        foreach (var character in text.Select(IdentityText.AsciiHyphen))
        {
            if (character is not (' ' or '\u00A0' or '\u2007' or '\u202F' or '-' or '.'))
            {
                spaced.Append(character);
            }
        }

        return TrunkZeroAfterCountry().Replace(spaced.ToString(), "$1").Replace("(", "", StringComparison.Ordinal)
            .Replace(")", "", StringComparison.Ordinal);
    }

    private static string International(string number)
    {
        var international = number.StartsWith("00", StringComparison.Ordinal) ? "+" + number[2..] : number;
        if (international.StartsWith(FinnishPrefix + "0", StringComparison.Ordinal))
        {
            return FinnishPrefix + international[(FinnishPrefix.Length + 1)..];
        }

        return international.StartsWith('0') ? FinnishPrefix + international[1..] : international;
    }

    [GeneratedRegex(@"[/,;]|\b(tai|eller|or)\b|\b(ext|x|alanro|alanumero|anknytning)\b\.?|#|\dx\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SeveralNumbers();

    [GeneratedRegex(@"^((?:\+|00)[1-9][0-9]{0,2})\(0\)", RegexOptions.CultureInvariant)]
    private static partial Regex TrunkZeroAfterCountry();

    [GeneratedRegex(@"^(112|116[0-9]{3}|118[0-9]{2,4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex ServiceNumber();

    [GeneratedRegex(@"^\+[1-9][0-9]{5,14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex E164();
}
