using PersonalDataHub.Connectors.Abstractions;
using YamlDotNet.RepresentationModel;

namespace PersonalDataHub.Connectors.Tests.Sql;

/// <summary>The settings in the files that the product ships, so that the tests hold those files too.</summary>
internal static class ShippedSettings
{
    public static SettingsMap Read(string file)
    {
        using var reader = File.OpenText(TestDatabase.RepositoryFile("connectors-config", "telecom", file));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (SettingsMap)Node(((YamlMappingNode)yaml.Documents[0].RootNode).Children["settings"]);
    }

    private static SettingsNode Node(YamlNode node) => node switch
    {
        YamlMappingNode map => Settings.Map([.. map.Children.Select(child => (((YamlScalarNode)child.Key).Value!, Node(child.Value)))]),
        YamlSequenceNode list => Settings.List([.. list.Children.Select(Node)]),
        _ => Settings.Text(((YamlScalarNode)node).Value!),
    };
}
