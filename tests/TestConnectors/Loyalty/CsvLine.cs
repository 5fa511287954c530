using System.Text;

namespace PersonalDataHub.TestConnectors.Loyalty;

internal static class CsvLine
{
    /// <summary>The values of a line; null when its quotes do not fit together.</summary>
    public static IReadOnlyList<string>? Split(string line, char separator)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            var sign = line[at];
            if (sign == '"' && quoted && at + 1 < line.Length && line[at + 1] == '"')
            {
                value.Append('"');
                at++;
            }
            else if (sign == '"')
            {
                quoted = !quoted;
            }
            else if (sign == separator && !quoted)
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else
            {
                value.Append(sign);
            }
        }

        values.Add(value.ToString());
        return quoted ? null : values;
    }
}
