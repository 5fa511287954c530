using System.Globalization;
using System.Text;

namespace PersonalDataHub.Connectors.ContactForm.Mail;

/// <summary>Undoes what carried bytes through seven bits (RFC 2045, 6).</summary>
internal static class TransferEncoding
{
    /// <summary>The bytes as they were before; malformed passages stay as they are written.</summary>
    public static byte[] Decode(string? encoding, ReadOnlySpan<byte> bytes) => encoding?.Trim().ToUpperInvariant() switch
    {
        "BASE64" => Base64(Encoding.ASCII.GetString(bytes)),
        "QUOTED-PRINTABLE" => QuotedPrintable(bytes, header: false),
        _ => bytes.ToArray(),
    };

    /// <summary>What can be read of base64, whatever stands between and however it ends.</summary>
    public static byte[] Base64(string text)
    {
        var letters = new string([.. text.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '/')]);
        letters = letters[..(letters.Length - (letters.Length % 4 == 1 ? 1 : 0))];
        return Convert.FromBase64String(letters.PadRight((letters.Length + 3) / 4 * 4, '='));
    }

    /// <param name="bytes">The bytes.</param>
    /// <param name="header">True for an encoded word, where an underscore is a space.</param>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> bytes, bool header)
    {
        var decoded = new List<byte>(bytes.Length);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] != '=')
            {
                decoded.Add(header && bytes[at] == '_' ? (byte)' ' : bytes[at]);
            }
            else if (at + 2 < bytes.Length && byte.TryParse(bytes.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                decoded.Add(code);
                at += 2;
            }
            else if (SoftBreak(bytes[(at + 1)..]) is > 0 and var length)
            {
                at += length;
            }
            else
            {
                decoded.Add(bytes[at]);
            }
        }

        return [.. decoded];
    }

    /// <summary>How many bytes a line end after <c>=</c> takes, spaces before it included; 0 when there is none.</summary>
    private static int SoftBreak(ReadOnlySpan<byte> rest)
    {
        var spaces = rest.IndexOfAnyExcept((byte)' ', (byte)'\t');
        return spaces < 0 ? 0
            : rest[spaces] == '\n' ? spaces + 1
            : rest[spaces..].StartsWith("\r\n"u8) ? spaces + 2
            : 0;
    }
}
