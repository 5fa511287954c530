using System.Text;
using System.Text.RegularExpressions;

namespace PersonalDataHub.Connectors.ContactForm.Mail;

/// <summary>Reads encoded words, by which headers tell more than ASCII (RFC 2047).</summary>
internal static partial class EncodedWords
{
    /// <summary>The text as it is meant; control characters become spaces.</summary>
    public static string Decode(string text)
    {
        var decoded = Runs().Replace(text, run => Decode(Words().Matches(run.Value)));
        return string.Concat(decoded.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
    }

    /// <summary>Words beside each other are one text; some programs even cut a letter's bytes in two.</summary>
    private static string Decode(MatchCollection words)
    {
        var text = new StringBuilder();
        var bytes = new List<byte>();
        string? charset = null;
        foreach (Match word in words)
        {
            if (charset is not null && !charset.Equals(word.Groups["charset"].Value, StringComparison.OrdinalIgnoreCase))
            {
                text.Append(Charsets.Of(charset).GetString([.. bytes]));
                bytes.Clear();
            }

            charset = word.Groups["charset"].Value;
            bytes.AddRange(word.Groups["form"].Value is "B" or "b"
                ? TransferEncoding.Base64(word.Groups["text"].Value)
                : TransferEncoding.QuotedPrintable(Encoding.Latin1.GetBytes(word.Groups["text"].Value), header: true));
        }

        return text.Append(Charsets.Of(charset).GetString([.. bytes])).ToString();
    }

    [GeneratedRegex(@"=\?(?<charset>[^?\s]+)\?(?<form>[BbQq])\?(?<text>[^?\s]*)\?=", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=(\s+=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=)*", RegexOptions.CultureInvariant)]
    private static partial Regex Runs();
}
