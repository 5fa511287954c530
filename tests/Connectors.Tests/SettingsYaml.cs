using PersonalDataHub.Connectors.Abstractions;
using YamlDotNet.RepresentationModel;

namespace PersonalDataHub.Connectors.Tests;

/// <summary>Settings as they stand in a source's file.</summary>
internal static class SettingsYaml
{
    public static SettingsMap Read(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return (SettingsMap)Convert(yaml.Documents[0].RootNode);
    }

    /// <summary>Settings without some keys and with others.</summary>
    public static SettingsMap With(this SettingsMap settings, string text, params IEnumerable<string> without) => new(
        settings.Entries.Where(entry => !without.Contains(entry.Key))
            .Concat(text.Length == 0 ? [] : Read(text).Entries)
            .GroupBy(entry => entry.Key)
            .ToDictionary(entry => entry.Key, entry => entry.Last().Value));

    private static SettingsNode Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => new SettingsMap(map.Children.ToDictionary(entry => ((YamlScalarNode)entry.Key).Value!, entry => Convert(entry.Value))),
        YamlSequenceNode list => new SettingsList([.. list.Children.Select(Convert)]),
        _ => new SettingsText(((YamlScalarNode)node).Value ?? ""),
    };
}
