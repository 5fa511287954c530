using System.Text;

namespace PersonalDataHub.Connectors.LogIndex;

/// <summary>Fields that one character separates: in quotes or bare, quotes inside a field doubled (RFC 4180).</summary>
internal static class SeparatedFields
{
    /// <summary>Splits a line; null when its quotes do not close.</summary>
    public static IReadOnlyList<string>? Split(string line, char separator)
    {
        var fields = new List<string>(20);
        var field = new StringBuilder();
        for (var at = 0; ; at++)
        {
            field.Clear();
            if (at < line.Length && line[at] == '"')
            {
                at = Quoted(line, at + 1, field);
                if (at < 0 || (at < line.Length && line[at] != separator))
                {
                    return null;
                }
            }
            else
            {
                var stop = line.IndexOf(separator, at);
                stop = stop < 0 ? line.Length : stop;
                field.Append(line, at, stop - at);
                at = stop;
            }

            fields.Add(field.ToString());
            if (at == line.Length)
            {
                return fields;
            }
        }
    }

    /// <summary>The position after the closing quote; -1 when there is none.</summary>
    private static int Quoted(string line, int at, StringBuilder field)
    {
        while (true)
        {
            var quote = line.IndexOf('"', at);
            if (quote < 0)
            {
                return -1;
            }

            field.Append(line, at, quote - at);
            if (quote + 1 == line.Length || line[quote + 1] != '"')
            {
                return quote + 1;
            }

            field.Append('"');
            at = quote + 2;
        }
    }
}
