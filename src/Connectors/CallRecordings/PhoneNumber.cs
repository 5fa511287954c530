using System.Text;

namespace PersonalDataHub.Connectors.CallRecordings;

/// <summary>Telephone numbers in their normal form, E.164 with its plus sign.</summary>
internal static class PhoneNumber
{
    /// <summary>The normal form; null for service numbers, extensions and anything that is not one number.</summary>
    public static string? Normalize(string raw, string countryCode)
    {
        var text = new StringBuilder(raw.Length);
        foreach (var character in raw)
        {
            if (!IsSeparator(character))
            {
                text.Append(character);
            }
        }

        var number = text.ToString();
        number = number.StartsWith("00", StringComparison.Ordinal) ? "+" + number[2..] : number;
        var trunkPrefixed = $"+{countryCode}(0)";
        number = number.StartsWith(trunkPrefixed, StringComparison.Ordinal)
            ? $"+{countryCode}{number[trunkPrefixed.Length..]}"
            : number;
        number = number.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);

        // A trunk zero is written after the country code by mistake.
        var zero = $"+{countryCode}0";
        number = number.StartsWith(zero, StringComparison.Ordinal) ? $"+{countryCode}{number[zero.Length..]}" : number;
        number = number is ['0', not '0', ..] ? $"+{countryCode}{number[1..]}" : number;
        return IsNormal(number) ? number : null;
    }

    private static bool IsNormal(string number) =>
        number is ['+', >= '1' and <= '9', ..]
        && number.Length is >= 7 and <= 16
        && number.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsSeparator(char character) =>
        character is ' ' or '\u00A0' or '\u2007' or '\u202F' or '-' or '.';
}
