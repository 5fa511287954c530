using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers.Yaml;
using YamlDotNet.RepresentationModel;

namespace PersonalDataHub.Hub.Connectors.Configuration;

/// <summary>Turns the <c>settings</c> of a source file into the tree that a connector reads.</summary>
internal sealed class SettingsReader(YamlSection file, SettingsPositions positions)
{
    public SettingsMap Read()
    {
        switch (file.Find("settings"))
        {
            case null:
                return new SettingsMap(new Dictionary<string, SettingsNode>());
            case YamlMappingNode mapping:
                return ReadMap(mapping, string.Empty);
            case { } other:
                file.Mistakes.Add(other, "'settings' must hold keys and values.");
                return new SettingsMap(new Dictionary<string, SettingsNode>());
        }
    }

    private SettingsMap ReadMap(YamlMappingNode mapping, string path)
    {
        positions.Add(path, mapping.Start);
        var entries = new Dictionary<string, SettingsNode>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Children)
        {
            if (key is not YamlScalarNode { Value: { Length: > 0 } name })
            {
                file.Mistakes.Add(key, "a key must be a single word.");
                continue;
            }

            var below = path.Length == 0 ? name : $"{path}/{name}";
            positions.Add(below, key.Start);
            entries[name] = ReadNode(value, below, name);
        }

        return new SettingsMap(entries);
    }

    private SettingsNode ReadNode(YamlNode value, string path, string name)
    {
        positions.Add(path, value.Start);
        return value switch
        {
            YamlMappingNode mapping => ReadMap(mapping, path),
            YamlSequenceNode list => new SettingsList([.. list.Children.Select((item, position) => ReadNode(item, $"{path}/{position}", name))]),
            _ => new SettingsText(file.TextOf(value, name) ?? string.Empty),
        };
    }
}
