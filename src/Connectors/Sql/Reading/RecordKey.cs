namespace PersonalDataHub.Connectors.Sql.Reading;

/// <summary>A record's key as one text: the key column's content, or those of several columns, escaped, with slashes between.</summary>
internal static class RecordKey
{
    public static string Write(IReadOnlyList<string> parts) =>
        parts is [var single] ? single : string.Join('/', parts.Select(Uri.EscapeDataString));

    /// <summary>The columns' contents; null when the text cannot be the key of so many columns.</summary>
    public static IReadOnlyList<string>? Read(string key, int columns)
    {
        if (columns == 1)
        {
            return [key];
        }

        var parts = key.Split('/');
        return parts.Length == columns ? [.. parts.Select(Uri.UnescapeDataString)] : null;
    }
}
