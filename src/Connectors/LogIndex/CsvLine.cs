using System.Text;

namespace PersonalDataHub.Connectors.LogIndex;

/// <summary>One line of comma-separated values: fields in quotes or bare, quotes inside a field doubled.</summary>
internal static class CsvLine
{
    /// <summary>Splits the line; null when its quotes do not close.</summary>
    public static IReadOnlyList<string>? Split(ReadOnlySpan<byte> line)
    {
        var text = Encoding.UTF8.GetString(line);
        var fields = new List<string>(20);
        var field = new StringBuilder();
        var at = 0;
        while (true)
        {
            field.Clear();
            if (at < text.Length && text[at] == '"')
            {
                at = Quoted(text, at + 1, field);
                if (at < 0 || (at < text.Length && text[at] != ','))
                {
                    return null;
                }
            }
            else
            {
                var comma = text.IndexOf(',', at);
                var stop = comma < 0 ? text.Length : comma;
                field.Append(text, at, stop - at);
                at = stop;
            }

            fields.Add(field.ToString());
            if (at == text.Length)
            {
                return fields;
            }

            at++;
        }
    }

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
