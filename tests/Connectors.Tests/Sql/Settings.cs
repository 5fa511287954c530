using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Tests.Sql;

/// <summary>Settings as literals, and the demo's own settings files with changes.</summary>
internal static class Settings
{
    public static SettingsMap Map(params (string Name, SettingsNode Value)[] entries) =>
        new(entries.ToDictionary(entry => entry.Name, entry => entry.Value));

    public static SettingsNode Text(string value) => new SettingsText(value);

    public static SettingsNode List(params SettingsNode[] items) => new SettingsList(items);

    /// <summary>A map of single values, written <c>name: value; name: value</c>.</summary>
    public static SettingsMap Of(string entries) => Map(
        [.. entries.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => entry.Split(": ", 2)).Select(pair => (pair[0], Text(pair[1])))]);

    /// <summary>The map with what stands at the path changed; null removes it.</summary>
    public static SettingsMap With(this SettingsMap map, string path, SettingsNode? value)
    {
        var entries = new Dictionary<string, SettingsNode>(map.Entries);
        var (name, rest) = path.Split('/', 2) is [var head, var tail] ? (head, tail) : (path, null);
        if (rest is null && value is null)
        {
            entries.Remove(name);
        }
        else
        {
            entries[name] = rest is null ? value! : ((SettingsMap)entries[name]).With(rest, value);
        }

        return new(entries);
    }

    public static SourceSettings For(string source, SettingsMap settings, string folder) => new()
    {
        Register = "telecom",
        Source = source,
        Settings = settings,
        WorkDirectory = folder,
        BaseDirectory = folder,
    };
}
