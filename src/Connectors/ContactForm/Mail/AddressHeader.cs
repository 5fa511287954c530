using System.Text;

namespace PersonalDataHub.Connectors.ContactForm.Mail;

/// <summary>Reads headers that list addresses (RFC 5322, 3.4): names, groups, quotes and comments.</summary>
internal static class AddressHeader
{
    /// <summary>The mailboxes in their order; what is no address is left out.</summary>
    public static IReadOnlyList<Mailbox> Parse(string? header) =>
        header is null ? [] : [.. Split(header).Select(Read).OfType<Mailbox>()];

    /// <summary>Cuts at commas, and at the colon and semicolon of groups, that stand outside of quotes, brackets and comments.</summary>
    private static IEnumerable<string> Split(string header)
    {
        var part = new StringBuilder();
        var (quoted, bracket, comment) = (false, false, 0);
        for (var at = 0; at < header.Length; at++)
        {
            var letter = header[at];
            if (letter == '\\' && (quoted || comment > 0))
            {
                part.Append(letter).Append(++at < header.Length ? header[at] : ' ');
                continue;
            }

            quoted ^= letter == '"' && comment == 0;
            comment += quoted ? 0 : letter == '(' ? 1 : letter == ')' && comment > 0 ? -1 : 0;
            bracket = !quoted && comment == 0 && (letter == '<' || (bracket && letter != '>'));
            if (!quoted && !bracket && comment == 0 && letter is ',' or ';' or ':')
            {
                // What stands before a colon is the name of a group.
                if (letter != ':')
                {
                    yield return part.ToString();
                }

                part.Clear();
            }
            else
            {
                part.Append(letter);
            }
        }

        yield return part.ToString();
    }

    private static Mailbox? Read(string part)
    {
        var text = WithoutComments(part).Trim();
        var open = LastBracket(text);
        var name = open < 0 ? null : Unquote(text[..open].Trim());
        var address = open < 0 ? text : text[(open + 1)..].TrimEnd('>', ' ');

        // An old route may stand before it: <@relay.example.org:somebody@example.org>.
        address = address.StartsWith('@') && address.IndexOf(':') is > 0 and var route ? address[(route + 1)..] : address;
        var at = address.LastIndexOf('@');
        return at > 0 && at < address.Length - 1 && !address.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '<' or '>' or ',')
            ? new(string.IsNullOrEmpty(name) ? null : EncodedWords.Decode(name), address[..at].Trim('"') + "@" + address[(at + 1)..].ToLowerInvariant())
            : null;
    }

    /// <summary>The bracket that opens the address: not one within a quoted name.</summary>
    private static int LastBracket(string text)
    {
        var (quoted, found) = (false, -1);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && quoted)
            {
                at++;
            }
            else if (text[at] == '"')
            {
                quoted = !quoted;
            }
            else if (text[at] == '<' && !quoted)
            {
                found = at;
            }
        }

        return found;
    }

    private static string WithoutComments(string text)
    {
        var kept = new StringBuilder();
        var (quoted, comment) = (false, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && (quoted || comment > 0))
            {
                kept.Append(comment == 0 ? text.AsSpan(at, Math.Min(2, text.Length - at)) : default);
                at++;
                continue;
            }

            quoted ^= text[at] == '"' && comment == 0;
            if (!quoted && text[at] == '(')
            {
                comment++;
            }
            else if (comment == 0)
            {
                kept.Append(text[at]);
            }
            else if (text[at] == ')')
            {
                comment--;
            }
        }

        return kept.ToString();
    }

    private static string Unquote(string name)
    {
        if (name is not ['"', .., '"'])
        {
            return name;
        }

        var plain = new StringBuilder();
        for (var at = 1; at < name.Length - 1; at++)
        {
            at += name[at] == '\\' && at < name.Length - 2 ? 1 : 0;
            plain.Append(name[at]);
        }

        return plain.ToString();
    }
}
