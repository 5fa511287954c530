using System.Buffers;
using System.Globalization;
using System.Text;

namespace PersonalDataHub.GraphQL.Language;

/// <summary>What a string token means: escapes resolved, a block's indentation removed.</summary>
internal static class StringLiteral
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n");

    /// <summary>Resolves the escapes of a string token, quotes included.</summary>
    public static string Decode(ReadOnlySpan<byte> token, Location location)
    {
        var raw = token[1..^1];
        if (!raw.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(raw);
        }

        var text = new StringBuilder(raw.Length);
        var position = 0;
        while (position < raw.Length)
        {
            var next = raw[position..].IndexOf((byte)'\\');
            if (next < 0)
            {
                text.Append(Encoding.UTF8.GetString(raw[position..]));
                break;
            }

            text.Append(Encoding.UTF8.GetString(raw.Slice(position, next)));
            position += next;
            position += AppendEscape(text, raw, position, location);
        }

        return text.ToString();
    }

    /// <summary>The text of a block string token, quotes included, as the specification's BlockStringValue() defines it.</summary>
    public static string DecodeBlock(ReadOnlySpan<byte> token)
    {
        var raw = Encoding.UTF8.GetString(token[3..^3]).Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal);
        var lines = SplitLines(raw);
        int? common = null;
        for (var index = 1; index < lines.Count; index++)
        {
            var indent = Indent(lines[index]);
            if (indent < lines[index].Length && (common is null || indent < common))
            {
                common = indent;
            }
        }

        var first = 0;
        while (first < lines.Count && IsBlank(lines[first]))
        {
            first++;
        }

        var last = lines.Count - 1;
        while (last > first && IsBlank(lines[last]))
        {
            last--;
        }

        var text = new StringBuilder(raw.Length);
        for (var index = first; index <= last && index < lines.Count; index++)
        {
            if (index > first)
            {
                text.Append('\n');
            }

            var line = lines[index];
            text.Append(index == 0 || common is null ? line : line[Math.Min(common.Value, line.Length)..]);
        }

        return text.ToString();
    }

    private static int AppendEscape(StringBuilder text, ReadOnlySpan<byte> raw, int position, Location location)
    {
        var escape = raw[position + 1];
        char? simple = escape switch
        {
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            (byte)'/' => '/',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => null,
        };
        if (simple is { } character)
        {
            text.Append(character);
            return 2;
        }

        if (escape != 'u')
        {
            Rune.DecodeFromUtf8(raw[(position + 1)..], out var rune, out _);
            throw Invalid($"Invalid character escape sequence: \"\\{rune}\".", raw, position, location);
        }

        return AppendUnicode(text, raw, position, location);
    }

    private static int AppendUnicode(StringBuilder text, ReadOnlySpan<byte> raw, int position, Location location)
    {
        var digits = raw[(position + 2)..];
        if (digits.Length > 0 && digits[0] == '{')
        {
            var close = digits.IndexOf((byte)'}');
            if (close > 1 && Hexadecimal(digits[1..close]) is { } value && Rune.IsValid(value))
            {
                text.Append(new Rune(value).ToString());
                return 2 + close + 1;
            }
        }
        else if (digits.Length >= 4 && Hexadecimal(digits[..4]) is { } unit)
        {
            if (Rune.IsValid(unit))
            {
                text.Append((char)unit);
                return 6;
            }

            if (char.IsHighSurrogate((char)unit)
                && digits.Length >= 10
                && digits[4] == '\\'
                && digits[5] == 'u'
                && Hexadecimal(digits[6..10]) is { } low
                && char.IsLowSurrogate((char)low))
            {
                text.Append((char)unit).Append((char)low);
                return 12;
            }
        }

        throw Invalid("Invalid Unicode escape sequence; write \\uXXXX or \\u{X} of a character, or two \\uXXXX of a surrogate pair.", raw, position, location);
    }

    private static int? Hexadecimal(ReadOnlySpan<byte> digits)
    {
        // Parsing alone would let signs, spaces and overlong numbers through.
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return null;
            }
        }

        return int.TryParse(digits.TrimStart((byte)'0') is { Length: > 0 } significant ? significant : "0"u8, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && value >= 0
            ? value
            : null;
    }

    private static SyntaxException Invalid(string message, ReadOnlySpan<byte> raw, int position, Location location) =>
        new(message, location with { Column = location.Column + 1 + Encoding.UTF8.GetCharCount(raw[..position]) });

    private static List<string> SplitLines(string raw)
    {
        var lines = new List<string>();
        var rest = raw.AsSpan();
        while (true)
        {
            var end = rest.IndexOfAny(LineEnds);
            if (end < 0)
            {
                lines.Add(rest.ToString());
                return lines;
            }

            lines.Add(rest[..end].ToString());
            rest = rest[(end + (rest[end..].StartsWith("\r\n") ? 2 : 1))..];
        }
    }

    private static bool IsBlank(string line) => Indent(line) == line.Length;

    private static int Indent(string line)
    {
        var count = line.AsSpan().IndexOfAnyExcept(' ', '\t');
        return count < 0 ? line.Length : count;
    }
}
