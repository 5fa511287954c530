using System.Net;
using System.Text.RegularExpressions;

namespace PersonalDataHub.Connectors.ContactForm.Mail;

/// <summary>Finds the text that a person wrote in the parts of a message (RFC 2046).</summary>
internal static partial class MimeBody
{
    private const int DeepestNesting = 10;
    private const int LongestText = 1024 * 1024;

    /// <summary>The text; null when the message has none. Of two forms of the same text the plain one is taken.</summary>
    /// <param name="headers">The headers of the message.</param>
    /// <param name="body">What follows them.</param>
    public static string? TextOf(MailHeaders headers, ReadOnlySpan<byte> body)
    {
        var texts = new List<string>();
        Collect(headers, body, texts, DeepestNesting);
        var text = string.Join("\n\n", texts.Where(text => text.Length > 0));
        return text.Length == 0 ? null : text.Length > LongestText ? text[..LongestText] : text;
    }

    private static void Collect(MailHeaders headers, ReadOnlySpan<byte> body, List<string> texts, int depth)
    {
        var type = ContentType.Parse(headers["Content-Type"]);
        if (type.IsMultipart && depth > 0)
        {
            CollectParts(type, body, texts, depth);
        }
        else if (type.Type is "text/plain" or "text/html" && !IsAttachment(headers))
        {
            var text = Charsets.Of(type.Charset).GetString(TransferEncoding.Decode(headers["Content-Transfer-Encoding"], body));
            texts.Add((type.Type == "text/html" ? Plain(text) : text).ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal).Trim());
        }
    }

    private static void CollectParts(ContentType type, ReadOnlySpan<byte> body, List<string> texts, int depth)
    {
        var alternatives = new List<(bool Plain, List<string> Texts)>();
        foreach (var range in Parts(body, type.Boundary!))
        {
            var headers = MailHeaders.Read(body[range], out var length);
            var found = new List<string>();
            Collect(headers, body[range][length..], found, depth - 1);
            alternatives.Add((ContentType.Parse(headers["Content-Type"]).Type == "text/plain", found));
        }

        if (type.Type != "multipart/alternative")
        {
            texts.AddRange(alternatives.SelectMany(part => part.Texts));
        }
        else if (alternatives.OrderByDescending(part => part.Plain).Select(part => part.Texts).FirstOrDefault(found => found.Count > 0) is { } best)
        {
            texts.AddRange(best);
        }
    }

    /// <summary>Where the parts stand between lines of two hyphens and the boundary.</summary>
    private static List<Range> Parts(ReadOnlySpan<byte> body, string boundary)
    {
        var parts = new List<Range>();
        var marker = System.Text.Encoding.UTF8.GetBytes("--" + boundary);
        var (start, at) = (-1, 0);
        while (at < body.Length)
        {
            var end = body[at..].IndexOf((byte)'\n');
            var next = end < 0 ? body.Length : at + end + 1;
            var line = body[at..next].TrimEnd(" \t\r\n"u8);
            if (line.StartsWith(marker) && (line.Length == marker.Length || line[marker.Length..].SequenceEqual("--"u8)))
            {
                if (start >= 0)
                {
                    parts.Add(start..Math.Max(start, at));
                }

                start = next;
                if (line.Length > marker.Length)
                {
                    return parts;
                }
            }

            at = next;
        }

        if (start >= 0 && start < body.Length)
        {
            // A message that was cut off has no last boundary.
            parts.Add(start..body.Length);
        }

        return parts;
    }

    private static bool IsAttachment(MailHeaders headers) =>
        headers["Content-Disposition"]?.TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase) ?? false;

    private static string Plain(string html)
    {
        try
        {
            var text = Unseen().Replace(html, "");
            text = Spaces().Replace(text, " ");
            text = Breaks().Replace(text, "\n");
            return WebUtility.HtmlDecode(Tags().Replace(text, ""));
        }
        catch (RegexMatchTimeoutException)
        {
            // Somebody made a page to keep us busy: it is shown as it is.
            return html;
        }
    }

    [GeneratedRegex(@"<(style|script|head)\b.*?</\1\s*>|<!--.*?-->", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@" *<(br|/p|/div|/tr|/li|/h[1-6])\b[^>]*> *", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Breaks();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();
}
