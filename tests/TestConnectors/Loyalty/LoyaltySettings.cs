using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Loyalty;

/// <summary>What the source's file says under <c>settings</c>, with everything that is wrong in it.</summary>
[SourceService]
internal sealed class LoyaltySettings
{
    private static readonly Dictionary<string, string> DefaultColumns = new()
    {
        ["number"] = "membership_number",
        ["customer"] = "customer_number",
        ["level"] = "level",
        ["validFrom"] = "valid_from",
        ["validTo"] = "valid_to",
        ["email"] = "email",
        ["storedAt"] = "stored_at",
    };

    private readonly List<SettingsMistake> mistakes = [];

    public LoyaltySettings(SourceSettings source)
    {
        var settings = source.Settings.Entries;
        RefuseOthers(settings.Keys, ["file", "separator", "customerNumberIssuer", "columns"], string.Empty);
        Path = System.IO.Path.Combine(source.BaseDirectory, Text(settings, "file") ?? string.Empty);
        CustomerNumberIssuer = Text(settings, "customerNumberIssuer") ?? string.Empty;
        Separator = settings.ContainsKey("separator") ? SeparatorOf(Text(settings, "separator")) : ',';
        Columns = ReadColumns(settings.GetValueOrDefault("columns"));
    }

    public IReadOnlyList<SettingsMistake> Mistakes => mistakes;

    /// <summary>The export.</summary>
    public string Path { get; }

    public char Separator { get; }

    /// <summary>The source whose customer numbers the export carries.</summary>
    public string CustomerNumberIssuer { get; }

    /// <summary>The export's column by the field it fills.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; }

    private Dictionary<string, string> ReadColumns(SettingsNode? node)
    {
        var columns = new Dictionary<string, string>(DefaultColumns);
        if (node is SettingsMap map)
        {
            RefuseOthers(map.Entries.Keys, [.. DefaultColumns.Keys], "columns/");
            foreach (var field in map.Entries.Keys.Where(DefaultColumns.ContainsKey))
            {
                columns[field] = Text(map.Entries, field, "columns/") ?? columns[field];
            }

            foreach (var same in columns.GroupBy(column => column.Value).Where(same => same.Count() > 1))
            {
                mistakes.Add(new("columns", $"the column '{same.Key}' is named for {string.Join(" and ", same.Select(column => column.Key))}; a column fills one field."));
            }
        }
        else if (node is not null)
        {
            mistakes.Add(new("columns", "must hold a field and its column per line, such as 'number: member_no'."));
        }

        return columns;
    }

    private char SeparatorOf(string? text)
    {
        if (text is "," or ";" or "\t")
        {
            return text[0];
        }

        if (text is not null)
        {
            mistakes.Add(new("separator", "must be a comma, a semicolon or a tab, in quotes."));
        }

        return ',';
    }

    private string? Text(IReadOnlyDictionary<string, SettingsNode> settings, string key, string where = "")
    {
        switch (settings.GetValueOrDefault(key))
        {
            case SettingsText text when !string.IsNullOrEmpty(text.Value):
                return text.Value;
            case null:
                mistakes.Add(new(where + key, "is missing."));
                return null;
            default:
                mistakes.Add(new(where + key, "must be one text that is not empty."));
                return null;
        }
    }

    private void RefuseOthers(IEnumerable<string> keys, IReadOnlyList<string> known, string where) => mistakes.AddRange(
        keys.Where(key => !known.Contains(key)).Select(key => new SettingsMistake(where + key, $"is not known here; known are {string.Join(", ", known)}.")));
}
