using System.Diagnostics.CodeAnalysis;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.LogIndex.Settings;

/// <summary>Reads a map of settings and collects every mistake in it.</summary>
/// <remarks>Each setting is asked for once by name; <see cref="Finish"/> reports names that nobody asked for.</remarks>
internal sealed class SettingsReader(SettingsMap map, string path, List<SettingsMistake> mistakes)
{
    private readonly List<string> asked = [];

    public IReadOnlyList<SettingsMistake> Mistakes => mistakes;

    public void Report(string name, string message) => mistakes.Add(new(PathOf(name), message));

    public bool Has(string name) => map.Entries.ContainsKey(name);

    public string Text(string name, string? otherwise = null)
    {
        if (!TryGet<SettingsText>(name, otherwise is not null, "text", out var text))
        {
            return otherwise ?? "";
        }

        if (string.IsNullOrWhiteSpace(text.Value))
        {
            Report(name, $"'{name}' is empty; write a value.");
        }

        return text.Value;
    }

    /// <summary>The text; null when it is left out.</summary>
    public string? OptionalText(string name) => TryGet<SettingsText>(name, true, "text", out _) ? Text(name) : null;

    public bool Flag(string name, bool otherwise)
    {
        if (!TryGet<SettingsText>(name, true, "true or false", out var text))
        {
            return otherwise;
        }

        if (bool.TryParse(text.Value, out var flag))
        {
            return flag;
        }

        Report(name, $"'{name}' is either true or false.");
        return otherwise;
    }

    /// <summary>One of the words given, in this spelling.</summary>
    public string Choice(string name, string otherwise, params IReadOnlyList<string> words)
    {
        var value = Text(name, otherwise);
        if (words.Contains(value, StringComparer.Ordinal))
        {
            return value;
        }

        Report(name, $"'{name}' is one of: {string.Join(", ", words)}.");
        return otherwise;
    }

    /// <summary>An ISO 8601 duration within bounds.</summary>
    public TimeSpan Duration(string name, TimeSpan otherwise, TimeSpan least, TimeSpan most)
    {
        if (!TryGet<SettingsText>(name, true, "a duration", out var text))
        {
            return otherwise;
        }

        try
        {
            var value = System.Xml.XmlConvert.ToTimeSpan(text.Value);
            if (value >= least && value <= most)
            {
                return value;
            }
        }
        catch (FormatException)
        {
            // Reported below with the bounds.
        }

        Report(name, $"'{name}' is a duration such as PT30M, from {Iso(least)} to {Iso(most)}.");
        return otherwise;

        static string Iso(TimeSpan value) => System.Xml.XmlConvert.ToString(value);
    }

    public IReadOnlyList<string> Texts(string name, IReadOnlyList<string> otherwise)
    {
        if (!TryGet<SettingsList>(name, true, "a list", out var list))
        {
            return otherwise;
        }

        var texts = list.Items.OfType<SettingsText>().Select(item => item.Value).ToList();
        if (texts.Count != list.Items.Count || texts.Exists(string.IsNullOrWhiteSpace))
        {
            Report(name, $"'{name}' is a list of texts; none may be empty.");
        }

        return texts;
    }

    public TimeZoneInfo TimeZone(string name, string otherwise)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(Text(name, otherwise), out var zone))
        {
            return zone;
        }

        Report(name, $"'{name}' is an IANA time zone such as Europe/Helsinki or UTC.");
        return TimeZoneInfo.Utc;
    }

    /// <summary>The name of a file in a folder, without a folder of its own.</summary>
    public string FileName(string name, string otherwise)
    {
        var value = Text(name, otherwise);
        if (value.AsSpan().IndexOfAny('/', '\\') >= 0 || value is "." or "..")
        {
            Report(name, $"'{name}' is a file's name without a folder.");
        }

        return value;
    }

    /// <summary>Settings below this one; empty when there are none.</summary>
    public SettingsReader Below(string name) => TryGet<SettingsMap>(name, true, "a group of settings", out var inner)
        ? new(inner, PathOf(name), mistakes)
        : new(new(new Dictionary<string, SettingsNode>()), PathOf(name), mistakes);

    /// <summary>The groups of a list of settings, of which there is at least one.</summary>
    public IReadOnlyList<SettingsReader> Each(string name) =>
        TryGet<SettingsList>(name, false, "a list", out var list) && NotEmpty(name, list.Items.Count)
            ? [.. list.Items.Select((item, position) => Inner(name, position.ToString(System.Globalization.CultureInfo.InvariantCulture), item))] : [];

    /// <summary>The groups of settings below this one by their names, which the author chose; there is at least one.</summary>
    public IReadOnlyList<(string Name, SettingsReader Settings)> Named(string name) =>
        TryGet<SettingsMap>(name, false, "a group of settings", out var group) && NotEmpty(name, group.Entries.Count)
            ? [.. group.Entries.Select(entry => (entry.Key, Inner(name, entry.Key, entry.Value)))] : [];

    /// <summary>Reports settings that do not exist.</summary>
    public void Finish()
    {
        foreach (var unknown in map.Entries.Keys.Except(asked, StringComparer.Ordinal))
        {
            Report(unknown, $"There is no setting '{unknown}' here; there are: {string.Join(", ", asked.Order())}.");
        }
    }

    private bool NotEmpty(string name, int count)
    {
        if (count == 0)
        {
            Report(name, $"'{name}' is empty; write at least one.");
        }

        return count > 0;
    }

    private SettingsReader Inner(string name, string entry, SettingsNode node)
    {
        if (node is not SettingsMap)
        {
            Report($"{name}/{entry}", $"'{entry}' is a group of settings.");
        }

        return new(node as SettingsMap ?? new(new Dictionary<string, SettingsNode>()), $"{PathOf(name)}/{entry}", mistakes);
    }

    private bool TryGet<TNode>(string name, bool optional, string kind, [NotNullWhen(true)] out TNode? node)
        where TNode : SettingsNode
    {
        asked.Add(name);
        node = null;
        if (!map.Entries.TryGetValue(name, out var found))
        {
            if (!optional)
            {
                Report(name, $"'{name}' is missing.");
            }

            return false;
        }

        node = found as TNode;
        if (node is null)
        {
            Report(name, $"'{name}' is {kind}.");
        }

        return node is not null;
    }

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}/{name}";
}
