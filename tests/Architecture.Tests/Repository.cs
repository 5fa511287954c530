namespace PersonalDataHub.Architecture.Tests;

/// <summary>The files as they lie in the working copy, and the assemblies built from them.</summary>
internal static class Repository
{
    private static readonly string[] generated = ["bin", "obj", ".git", "node_modules", "data", "plugins", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every file with one of the endings, but nothing that a build or a run makes; paths relative to the root.</summary>
    public static IReadOnlyList<string> Files(params string[] endings) =>
    [
        .. Walk(Root).Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The built assemblies of all projects under src, by project file.</summary>
    public static IReadOnlyDictionary<string, string> Assemblies { get; } =
        Files(".csproj").Where(path => path.StartsWith("src/", StringComparison.Ordinal))
            .ToDictionary(path => path, path => Path.Combine(AppContext.BaseDirectory, AssemblyName(path) + ".dll"));

    public static string AssemblyOf(string project) => Assemblies[project];

    private static string AssemblyName(string project)
    {
        var area = project.StartsWith("src/Connectors/", StringComparison.Ordinal) ? "Connectors." : "";
        return $"PersonalDataHub.{area}{Path.GetFileNameWithoutExtension(project)}";
    }

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Concat(
            Directory.EnumerateDirectories(folder)
                .Where(child => !generated.Contains(Path.GetFileName(child)))
                .SelectMany(Walk));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PersonalDataHub.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException(
            $"No folder above {AppContext.BaseDirectory} holds PersonalDataHub.sln; run the tests from the working copy.");
    }
}
