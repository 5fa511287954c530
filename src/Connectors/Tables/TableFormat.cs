using System.Text;
using PersonalDataHub.Connectors.LogIndex;
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
        try
        {
            return SeparatedFields.Split(Encoding.GetString(line), Separator)?.Select(field => field.Trim()).ToList();
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
