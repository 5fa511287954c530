using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace PersonalDataHub.Connectors.WebAnalytics;

/// <summary>Reads a line in the combined format of nginx and Apache, with their escapes.</summary>
internal ref struct AccessLineParser
{
    private ReadOnlySpan<byte> rest;

    private AccessLineParser(ReadOnlySpan<byte> line) => rest = line;

    /// <summary>The line; null when it is malformed.</summary>
    public static AccessLine? Parse(ReadOnlySpan<byte> line) => new AccessLineParser(line).Line();

    private AccessLine? Line()
    {
        if (!TryUntil(" "u8, out var address)
            || address.IsEmpty
            || !TryUntil(" ["u8, out _)
            || !TryUntil("] "u8, out var written)
            || !DateTimeOffset.TryParseExact(
                Encoding.ASCII.GetString(written),
                "dd/MMM/yyyy:HH:mm:ss zzz",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var at)
            || !TryQuoted(out var request)
            || !TryWord(out var status)
            || !Utf8Parser.TryParse(status, out int code, out var digits)
            || digits != status.Length
            || !TryWord(out _)
            || !TryQuoted(out var referrer)
            || !TryQuoted(out var userAgent))
        {
            return null;
        }

        string? visitor = null;
        if (!rest.IsEmpty && !TryQuoted(out visitor))
        {
            return null;
        }

        return new()
        {
            Address = Encoding.ASCII.GetString(address),
            At = at,
            Target = request.Split(' ') is [_, { Length: > 0 } target, ..] ? target : null,
            Status = code,
            Referrer = Given(referrer),
            UserAgent = Given(userAgent),
            VisitorId = Given(visitor),
        };
    }

    private static string? Given(string? value) => value is null or "" or "-" ? null : value;

    private bool TryUntil(ReadOnlySpan<byte> mark, out ReadOnlySpan<byte> value)
    {
        var stop = rest.IndexOf(mark);
        value = stop < 0 ? default : rest[..stop];
        rest = stop < 0 ? rest : rest[(stop + mark.Length)..];
        return stop >= 0;
    }

    private bool TryWord(out ReadOnlySpan<byte> word)
    {
        word = default;
        if (!rest.StartsWith(" "u8))
        {
            return false;
        }

        rest = rest[1..];
        var stop = rest.IndexOf((byte)' ');
        word = stop < 0 ? rest : rest[..stop];
        rest = rest[word.Length..];
        return !word.IsEmpty;
    }

    private bool TryQuoted(out string text)
    {
        text = "";
        rest = rest.StartsWith(" "u8) ? rest[1..] : rest;
        if (!rest.StartsWith("\""u8))
        {
            return false;
        }

        rest = rest[1..];
        var plain = new ArrayBufferWriter<byte>(Math.Max(1, rest.Length));
        while (true)
        {
            var special = rest.IndexOfAny((byte)'"', (byte)'\\');
            if (special < 0 || (rest[special] == '\\' && special + 1 == rest.Length))
            {
                return false;
            }

            plain.Write(rest[..special]);
            if (rest[special] == '"')
            {
                rest = rest[(special + 1)..];
                text = Encoding.UTF8.GetString(plain.WrittenSpan);
                return true;
            }

            rest = rest[(special + 1)..];
            plain.Write([Unescape()]);
        }
    }

    /// <summary>nginx writes <c>\xHH</c>; Apache that and the C escapes.</summary>
    private byte Unescape()
    {
        if (rest.Length > 2
            && rest[0] == 'x'
            && Utf8Parser.TryParse(rest.Slice(1, 2), out byte value, out var digits, 'x')
            && digits == 2)
        {
            rest = rest[3..];
            return value;
        }

        var letter = rest[0];
        rest = rest[1..];
        return letter switch
        {
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            (byte)'b' => (byte)'\b',
            (byte)'v' => (byte)'\v',
            (byte)'f' => (byte)'\f',
            _ => letter,
        };
    }
}
