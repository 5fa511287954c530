using System.Text;

namespace PersonalDataHub.Connectors.ContactForm.Mail;

/// <summary>The header lines of a message or of one of its parts (RFC 5322, 2.2).</summary>
internal sealed class MailHeaders
{
    private static readonly UTF8Encoding utf8 = new(false, throwOnInvalidBytes: true);

    private readonly List<(string Name, string Value)> lines = [];

    /// <summary>Reads up to the first empty line.</summary>
    /// <param name="message">The bytes.</param>
    /// <param name="length">How many bytes the header takes, its empty line included.</param>
    public static MailHeaders Read(ReadOnlySpan<byte> message, out int length)
    {
        var headers = new MailHeaders();
        var at = 0;
        while (at < message.Length)
        {
            var end = message[at..].IndexOf((byte)'\n');
            var next = end < 0 ? message.Length : at + end + 1;
            var line = message[at..next].TrimEnd("\r\n"u8);
            at = next;
            if (line.IsEmpty)
            {
                break;
            }

            headers.Add(line);
        }

        length = at;
        return headers;
    }

    /// <summary>The first value of this name, unfolded and not yet decoded; null when there is none.</summary>
    public string? this[string name] => All(name).FirstOrDefault();

    /// <summary>All values of this name, the topmost first.</summary>
    public IEnumerable<string> All(string name) =>
        lines.Where(line => line.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(line => line.Value);

    private void Add(ReadOnlySpan<byte> line)
    {
        var text = Decode(line);
        if (text[0] is ' ' or '\t')
        {
            if (lines.Count > 0)
            {
                lines[^1] = (lines[^1].Name, $"{lines[^1].Value} {text.Trim()}");
            }

            return;
        }

        if (text.IndexOf(':') is > 0 and var colon)
        {
            lines.Add((text[..colon].TrimEnd(), text[(colon + 1)..].Trim()));
        }
    }

    /// <summary>Bytes beyond ASCII should not be there; most programs that write them mean UTF-8 (RFC 6532).</summary>
    private static string Decode(ReadOnlySpan<byte> line)
    {
        try
        {
            return utf8.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(line);
        }
    }
}
