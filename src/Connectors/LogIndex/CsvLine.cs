using System.Text;

namespace PersonalDataHub.Connectors.LogIndex;

/// <summary>One line of comma-separated values: fields in quotes or bare, quotes inside a field doubled.</summary>
internal static class CsvLine
{
    /// <summary>Splits the line; null when its quotes do not close.</summary>
    public static IReadOnlyList<string>? Split(ReadOnlySpan<byte> line) => SeparatedFields.Split(Encoding.UTF8.GetString(line), ',');

    /// <summary>Where the fields stand, with their quotes; only for a line that <see cref="Split"/> can split.</summary>
    public static IReadOnlyList<Range> Places(ReadOnlySpan<byte> line)
    {
        var places = new List<Range>(20);
        var start = 0;
        var quoted = false;
        for (var at = 0; at <= line.Length; at++)
        {
            if (at == line.Length || (line[at] == ',' && !quoted))
            {
                places.Add(start..at);
                start = at + 1;
            }
            else if (line[at] == '"' && (quoted || at == start))
            {
                // A doubled quote closes and opens again.
                quoted = !quoted;
            }
            else if (line[at] == '"' && line[at - 1] == '"' && line[start] == '"')
            {
                quoted = true;
            }
        }

        return places;
    }

    /// <summary>The text as a field in quotes.</summary>
    public static byte[] Quote(string text) =>
        Encoding.UTF8.GetBytes($"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
}
