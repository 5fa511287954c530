using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Tests.Registers.Documents;

/// <summary>The registers as this repository configures them.</summary>
internal static class ConfiguredRegisters
{
    public static IReadOnlyList<string> Ids { get; } = ["wellbeing", "studio", "social-care", "telecom", "sole-trader"];

    public static Register Read(string id)
    {
        var folder = RepositoryFiles.Path("connectors-config", id);
        var sources = Directory.EnumerateFiles(folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)!).ToList();
        var mistakes = new MistakeList(RegisterReader.FileName);
        var register = new RegisterReader(Environment.GetEnvironmentVariable).Read(folder, sources, mistakes);
        mistakes.Found.ShouldBeEmpty();
        return register!;
    }
}
