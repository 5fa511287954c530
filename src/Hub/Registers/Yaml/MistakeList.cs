using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PersonalDataHub.Hub.Registers.Yaml;

/// <summary>The mistakes found in one file.</summary>
internal sealed class MistakeList(string file)
{
    private readonly List<ConfigurationMistake> found = [];

    public string File { get; } = file;

    public IReadOnlyList<ConfigurationMistake> Found => found;

    public void Add(YamlNode at, string message) => Add(at.Start, message);

    public void Add(Mark at, string message) => found.Add(new(File, (int)at.Line, (int)at.Column, message));

    public void Add(string message) => found.Add(new(File, 0, 0, message));
}
