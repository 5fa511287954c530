using System.Collections.Concurrent;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Tests.Registers.Packs;

/// <summary>The five registers that ship, as the hub reads them, and what becomes of them when a line changes.</summary>
internal static class Packs
{
    private static readonly ConcurrentDictionary<string, Register> read = new();

    public static IReadOnlyList<string> All { get; } = ["wellbeing", "studio", "social-care", "telecom", "sole-trader"];

    public static Register Of(string id) => read.GetOrAdd(id, name =>
    {
        var (register, mistakes) = Read(name, TextOf(name));
        mistakes.ShouldBeEmpty();
        return register.ShouldNotBeNull();
    });

    public static string TextOf(string id) => File.ReadAllText(RepositoryFiles.Path("connectors-config", id, "register.yaml"));

    /// <summary>The register with one piece of its file changed; the piece must be there.</summary>
    public static (Register? Register, IReadOnlyList<string> Mistakes) Changed(string id, string piece, string to)
    {
        var text = TextOf(id).ReplaceLineEndings("\n");
        text.ShouldContain(piece);
        var (register, mistakes) = Read(id, text.Replace(piece, to, StringComparison.Ordinal));
        return (register, [.. mistakes.Select(mistake => mistake.ToString())]);
    }

    public static Statement StatementOf(Register register, string id) => register.Pack.FindStatement(id).ShouldNotBeNull(id);

    private static (Register? Register, IReadOnlyList<ConfigurationMistake> Mistakes) Read(string id, string text)
    {
        using var folder = new TemporaryDirectory();
        Directory.CreateDirectory(folder.File(id));
        File.WriteAllText(folder.File(id, "register.yaml"), text);
        var sources = Directory.GetFiles(RepositoryFiles.Path("connectors-config", id), "*.yaml").Select(Path.GetFileNameWithoutExtension).OfType<string>().ToList();
        var mistakes = new MistakeList($"{id}/register.yaml");
        return (new RegisterReader(_ => null).Read(folder.File(id), sources, mistakes), mistakes.Found);
    }
}
