using System.Globalization;
using Kinds = PersonalDataHub.Connectors.Abstractions.IdentityKinds;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>The Finnish personal identity code (henkilötunnus), in the form in force since 1 January 2023.</summary>
/// <remarks>
/// Eleven characters: date, sign of the century, individual number, check character. The sign belongs to the identity:
/// two people may differ by it alone, so a code without it matches nobody. Gender is never derived from the code.
/// </remarks>
/// <param name="allowArtificial">Whether individual numbers 900 to 999, of test people and temporary codes, are let in.</param>
/// <param name="clock">Tells today: nobody is born in the future.</param>
public sealed class IdentityCode(bool allowArtificial, TimeProvider clock) : IdentityKind
{
    private const int Length = 11;
    private const int SignAt = 6;
    private const string CheckCharacters = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    // The latest wall-clock time in Finland, so that a child born after midnight there is not born tomorrow.
    private static readonly TimeSpan finnishSummerTime = TimeSpan.FromHours(3);

    public override string Id => Kinds.IdentityCode;

    public override bool NeedsIssuer => false;

    public override IdentityStrength Strength => IdentityStrength.Identifying;

    /// <summary>The birth date that a valid code tells; null for any other text.</summary>
    public static DateOnly? BirthDateOf(string normal) =>
        normal.Length == Length && CenturyOf(normal[SignAt]) is { } century
        && normal.AsSpan(0, SignAt).IndexOfAnyExceptInRange('0', '9') < 0
            ? DateOf(century, normal)
            : null;

    public override NormalisedIdentity Normalise(string raw)
    {
        var code = new string([.. raw.Trim().Select(IdentityText.AsciiHyphen)]).ToUpperInvariant();
        if (code.Length == 0)
        {
            return NormalisedIdentity.Refused(IdentityDefect.Empty, "The identity code is empty.");
        }

        if (code.Length == Length - 1 && AreDigits(code.AsSpan(0, code.Length - 1)))
        {
            return NormalisedIdentity.Refused(
                IdentityDefect.Ambiguous,
                "The identity code has no sign between the date and the number. It may be several people's, so it is not used.");
        }

        if (code.Length != Length || !AreDigits(code.AsSpan(0, SignAt)) || !AreDigits(code.AsSpan(SignAt + 1, 3)))
        {
            return NormalisedIdentity.Refused(
                IdentityDefect.Malformed,
                "An identity code has eleven characters: six digits, a sign, three digits and a check character.");
        }

        return CenturyOf(code[SignAt]) is { } century
            ? Check(code, century)
            : NormalisedIdentity.Refused(
                IdentityDefect.Malformed, "The sign of the identity code must be one of + - Y X W V U A B C D E F.");
    }

    public override string Mask(string normal) => "******-****";

    private static bool AreDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static int? CenturyOf(char sign) => sign switch
    {
        '+' => 1800,
        '-' or 'Y' or 'X' or 'W' or 'V' or 'U' => 1900,
        'A' or 'B' or 'C' or 'D' or 'E' or 'F' => 2000,
        _ => null,
    };

    private static DateOnly? DateOf(int century, string code)
    {
        var day = Number(code.AsSpan(0, 2));
        var month = Number(code.AsSpan(2, 2));
        var year = century + Number(code.AsSpan(4, 2));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static int Number(ReadOnlySpan<char> digits) =>
        int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private NormalisedIdentity Check(string code, int century)
    {
        var today = DateOnly.FromDateTime((clock.GetUtcNow() + finnishSummerTime).UtcDateTime);
        if (DateOf(century, code) is not { } birthDate || birthDate > today)
        {
            return NormalisedIdentity.Refused(
                IdentityDefect.ImpossibleDate, "The identity code does not begin with a day that has been, in its sign's century.");
        }

        var individual = Number(code.AsSpan(SignAt + 1, 3));
        var remainder = ((Number(code.AsSpan(0, SignAt)) * 1000L) + individual) % CheckCharacters.Length;
        if (code[^1] != CheckCharacters[(int)remainder])
        {
            return NormalisedIdentity.Refused(
                IdentityDefect.WrongCheckCharacter, "The check character of the identity code does not fit: look for a typing mistake.");
        }

        return individual switch
        {
            < 2 => NormalisedIdentity.Refused(
                IdentityDefect.NeverIssued, "The identity code has an individual number that is never issued."),
            >= 900 when !allowArtificial => NormalisedIdentity.Refused(
                IdentityDefect.NeverIssued,
                "The identity code is artificial or temporary, which this hub does not let in (Hub:AllowArtificialIdentityCodes)."),
            _ => NormalisedIdentity.Of(code),
        };
    }
}
