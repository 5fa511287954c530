using System.Globalization;
using System.Text.RegularExpressions;

namespace PersonalDataHub.Connectors.ContactForm.Mail;

/// <summary>Reads the moments of headers (RFC 5322, 3.3).</summary>
internal static partial class MailDate
{
    private static readonly string[] Forms = ["d MMM yyyy H:mm:ss zzz", "d MMM yyyy H:mm zzz"];

    /// <summary>The moment; null when the text is none.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null || Whole().Match(text) is not { Success: true } date)
        {
            return null;
        }

        var zone = date.Groups["zone"].Value;
        var offset = zone is ['+' or '-', ..] ? $"{zone[..3]}:{zone[3..]}" : "+00:00";
        return DateTimeOffset.TryParseExact(
            $"{date.Groups["day"].Value} {date.Groups["time"].Value} {offset}", Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out var at)
            ? at : null;
    }

    // Letters stand for zones that were left out of use: all but GMT and UT say nothing certain.
    [GeneratedRegex(@"(?<day>\d{1,2} +[A-Za-z]{3} +\d{4}) +(?<time>\d{1,2}:\d{2}(:\d{2})?) *(?<zone>[+-]\d{4}|[A-Za-z]{1,5})?", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
