using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Yaml;
using YamlDotNet.RepresentationModel;

namespace PersonalDataHub.Hub.Drift;

/// <summary>Finds the lines of a register's configuration files that findings are about.</summary>
/// <param name="folder">The register's configuration folder.</param>
internal sealed class ConfigurationPlaces(string folder)
{
    private readonly Dictionary<string, YamlMappingNode?> files = [];

    /// <summary>The finding with file and line.</summary>
    public DriftFinding Locate(DriftFinding finding)
    {
        var name = finding.Place.Source is { } source ? $"{source}.yaml" : RegisterReader.FileName;
        return finding with { File = $"{Path.GetFileName(folder)}/{name}", Line = LineOf(FileOf(name), finding.Place) };
    }

    private static int LineOf(YamlMappingNode? file, DriftPlace place)
    {
        if (file is null || place.Section is null || Under(file, place.Section) is not { } section)
        {
            return 0;
        }

        var item = place.Item is null ? null : (section as YamlSequenceNode)?.Children.OfType<YamlMappingNode>()
            .FirstOrDefault(one => one.Children.Values.OfType<YamlScalarNode>().FirstOrDefault()?.Value == place.Item);
        return (int)(item?.Start.Line ?? section.Start.Line);
    }

    private static YamlNode? Under(YamlMappingNode file, string key) =>
        file.Children.FirstOrDefault(child => child.Key is YamlScalarNode name && name.Value == key).Value;

    private YamlMappingNode? FileOf(string name)
    {
        if (!files.TryGetValue(name, out var file))
        {
            // Mistakes of the file are told by whoever reads it for the catalog; here only its lines are wanted.
            file = YamlFile.Read(Path.Combine(folder, name), new MistakeList(name), _ => string.Empty)?.Node;
            files.Add(name, file);
        }

        return file;
    }
}
