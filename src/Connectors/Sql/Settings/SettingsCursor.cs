using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Sql.Settings;

/// <summary>Reads one map of settings and notes every mistake instead of stopping at the first.</summary>
internal sealed class SettingsCursor(string path, SettingsMap map, ICollection<SettingsMistake> mistakes)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public bool Has(string name) => map.Entries.ContainsKey(name);

    public void Mistake(string name, string message) => mistakes.Add(new(PathOf(name), message));

    public string? Text(string name) => Node(name) switch
    {
        null => null,
        SettingsText { Value: var value } when !string.IsNullOrWhiteSpace(value) => value,
        SettingsText => Wrong<string>(name, "is empty; give a value or leave the setting out."),
        _ => Wrong<string>(name, "must be a single value."),
    };

    public string? RequiredText(string name) => Has(name) ? Text(name) : Missing<string>(name);

    public bool Flag(string name) => Text(name) switch
    {
        null or "false" => false,
        "true" => true,
        _ => Wrong<object>(name, "must be true or false.") is not null,
    };

    public T? Choice<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsDigit(text[0]))
        {
            return value;
        }

        Mistake(name, $"must be one of {string.Join(", ", Enum.GetNames<T>().Select(Names.CamelCase))}.");
        return null;
    }

    /// <summary>One value or a list of values.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (Node(name) is not SettingsList list)
        {
            return Text(name) is { } one ? [one] : [];
        }

        if (list.Items.Count == 0 || list.Items.Any(item => item is not SettingsText))
        {
            Mistake(name, "must be a value or a list of values.");
        }

        return [.. list.Items.OfType<SettingsText>().Select(item => item.Value)];
    }

    public SettingsCursor? Map(string name) => Node(name) switch
    {
        null => null,
        SettingsMap inner => new(PathOf(name), inner, mistakes),
        _ => Wrong<SettingsCursor>(name, "must be a map of named settings."),
    };

    public SettingsCursor? RequiredMap(string name) => Has(name) ? Map(name) : Missing<SettingsCursor>(name);

    /// <summary>The maps of a list; a single map counts as a list of one.</summary>
    public IReadOnlyList<SettingsCursor> Maps(string name)
    {
        if (Node(name) is not SettingsList list)
        {
            return Map(name) is { } one ? [one] : [];
        }

        var cursors = new List<SettingsCursor>();
        foreach (var (position, item) in list.Items.Index())
        {
            if (item is SettingsMap inner)
            {
                cursors.Add(new($"{PathOf(name)}/{position}", inner, mistakes));
            }
            else
            {
                Mistake($"{name}/{position}", "must be a map of named settings.");
            }
        }

        return cursors;
    }

    /// <summary>The names in the order written; reading them marks all of them as known.</summary>
    public IReadOnlyList<string> OwnNames()
    {
        asked.UnionWith(map.Entries.Keys);
        return [.. map.Entries.Keys];
    }

    public bool IsMap(string name) => map.Entries.TryGetValue(name, out var node) && node is SettingsMap;

    public bool IsText(string name) => map.Entries.TryGetValue(name, out var node) && node is SettingsText;

    /// <summary>Notes every setting that nobody asked for.</summary>
    public void RefuseOthers()
    {
        foreach (var name in map.Entries.Keys.Where(name => !asked.Contains(name)))
        {
            Mistake(name, $"'{name}' is not a setting here; known are {string.Join(", ", asked.Order(StringComparer.Ordinal))}.");
        }
    }

    private SettingsNode? Node(string name)
    {
        asked.Add(name);
        return map.Entries.GetValueOrDefault(name);
    }

    private T? Wrong<T>(string name, string what)
        where T : class
    {
        Mistake(name, $"'{name}' {what}");
        return null;
    }

    private T? Missing<T>(string name)
        where T : class
    {
        asked.Add(name);
        return Wrong<T>(name, "is missing.");
    }

    private string PathOf(string name) => path.Length == 0 || name.Length == 0 ? path + name : $"{path}/{name}";
}
