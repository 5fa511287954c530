using System.Text;
using PersonalDataHub.Connectors.LogIndex.Settings;

namespace PersonalDataHub.Connectors.Tables;

/// <summary>How a table's file is written: one row per line, the first line names the columns.</summary>
/// <param name="Separator">What stands between fields. Fields may be quoted; a quote inside is doubled.</param>
/// <param name="Encoding">The file's encoding.</param>
internal sealed record TableFormat(char Separator, Encoding Encoding)
{
    private static readonly Dictionary<string, char> separators = new(StringComparer.Ordinal)
    {
        ["comma"] = ',',
        ["semicolon"] = ';',
        ["tab"] = '\t',
    };

    // A byte of ASCII means the same in each of them, so that lines and separators can be found before decoding.
    private static readonly Dictionary<string, Func<Encoding>> encodings = new(StringComparer.Ordinal)
    {
        ["utf-8"] = () => new UTF8Encoding(false, throwOnInvalidBytes: true),
        ["iso-8859-1"] = () => Encoding.Latin1,
        ["iso-8859-15"] = () => CodePagesEncodingProvider.Instance.GetEncoding(28605)!,
        ["windows-1252"] = () => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
    };

    /// <summary>Reads the settings <c>separator</c> (default <c>comma</c>) and <c>encoding</c> (default <c>utf-8</c>).</summary>
    public static TableFormat Read(SettingsReader reader) => new(
        separators[reader.Choice("separator", "comma", [.. separators.Keys])],
        encodings[reader.Choice("encoding", "utf-8", [.. encodings.Keys])]());

    /// <summary>Splits a line; null when its quotes do not close or its bytes are not of the encoding.</summary>
    public IReadOnlyList<string>? Split(ReadOnlySpan<byte> line)
    {
        string text;
        try
        {
            text = Encoding.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        var fields = new List<string>();
        var field = new StringBuilder();
        for (var at = 0; ; at++)
        {
            field.Clear();
            if (at < text.Length && text[at] == '"')
            {
                at = Quoted(text, at + 1, field);
                if (at < 0 || (at < text.Length && text[at] != Separator))
                {
                    return null;
                }
            }
            else
            {
                var stop = text.IndexOf(Separator, at);
                stop = stop < 0 ? text.Length : stop;
                field.Append(text, at, stop - at);
                at = stop;
            }

            fields.Add(field.ToString().Trim());
            if (at == text.Length)
            {
                return fields;
            }
        }
    }

    /// <summary>The position after the closing quote; -1 when there is none.</summary>
    private static int Quoted(string text, int at, StringBuilder field)
    {
        while (true)
        {
            var quote = text.IndexOf('"', at);
            if (quote < 0)
            {
                return -1;
            }

            field.Append(text, at, quote - at);
            if (quote + 1 == text.Length || text[quote + 1] != '"')
            {
                return quote + 1;
            }

            field.Append('"');
            at = quote + 2;
        }
    }
}
