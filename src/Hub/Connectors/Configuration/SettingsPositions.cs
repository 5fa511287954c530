using PersonalDataHub.Hub.Registers;
using YamlDotNet.Core;

namespace PersonalDataHub.Hub.Connectors.Configuration;

/// <summary>Where each of a source's settings stands in its file.</summary>
internal sealed class SettingsPositions(string file)
{
    /// <summary>Stands for the line that names the connector; no settings path looks like it.</summary>
    public const string Connector = "//connector";

    /// <summary>Stands for the line that says where the source's data lies.</summary>
    public const string Country = "//country";

    private readonly Dictionary<string, Mark> marks = new(StringComparer.Ordinal);

    public void Add(string path, Mark mark) => marks.TryAdd(path, mark);

    /// <summary>The mistake at the place that the path names, or at the nearest one around it that exists.</summary>
    public ConfigurationMistake Locate(string path, string message)
    {
        var nearest = path;
        while (!marks.ContainsKey(nearest) && nearest.Length > 0)
        {
            nearest = nearest.LastIndexOf('/') is >= 0 and var slash ? nearest[..slash] : string.Empty;
        }

        var text = path switch
        {
            Connector or Country => message,
            "" => $"settings: {message}",
            _ => $"settings/{path}: {message}",
        };
        return marks.TryGetValue(nearest, out var mark)
            ? new(file, (int)mark.Line, (int)mark.Column, text)
            : new(file, 0, 0, text);
    }
}
