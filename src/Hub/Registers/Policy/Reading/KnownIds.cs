using PersonalDataHub.Hub.Registers.Law;
using PersonalDataHub.Hub.Registers.Yaml;
using YamlDotNet.RepresentationModel;

namespace PersonalDataHub.Hub.Registers.Policy.Reading;

/// <summary>The ids that a pack may refer to, filled as the file is read.</summary>
internal sealed class KnownIds(IReadOnlyCollection<string> sources)
{
    private readonly List<(YamlNode Node, string Key, string Source)> missingSources = [];

    public IReadOnlyCollection<string> Sources { get; } = sources;

    public HashSet<string> Notices { get; } = [];

    public HashSet<string> Statements { get; } = [];

    public HashSet<string> Bases { get; } = [];

    public HashSet<string> Blocks { get; } = [];

    public HashSet<string> Categories { get; } = [];

    public HashSet<string> Purposes { get; } = [];

    public HashSet<string> Grounds { get; } = [];

    public HashSet<string> Recipients { get; } = [];

    public static IReadOnlyCollection<string> Acts { get; } = [.. LegalActs.All.Select(act => act.Id)];

    public IReadOnlyList<string> StatementsOf(YamlSection section) => section.References("statements", "statement", Statements);

    public IReadOnlyList<string> CategoriesOf(YamlSection section, string key = "categories") => section.References(key, "category", Categories);

    public IReadOnlyList<string> PurposesOf(YamlSection section) => section.References("purposes", "purpose", Purposes);

    /// <summary>Sources are files that come and go: one that is missing is told, but leaves the rest of the pack in force.</summary>
    public IReadOnlyList<string> SourcesOf(YamlSection section, string key = "sources")
    {
        var named = section.Texts(key);
        missingSources.AddRange(named.Where(item => !Sources.Contains(item.Text)).Select(item => (item.Node, key, item.Text)));
        return [.. named.Select(item => item.Text)];
    }

    /// <summary>Adds a mistake for each source that is named and is not there.</summary>
    public void ReportMissingSources(MistakeList mistakes)
    {
        foreach (var (node, key, source) in missingSources)
        {
            mistakes.Add(node, $"'{key}' names '{source}', but the folder has no {source}.yaml.{Closest.Hint(source, Sources)}");
        }
    }
}
