using System.Text.RegularExpressions;

namespace PersonalDataHub.RequirementCoverage;

/// <summary>Finds the claims in the tests' source: a requirement counts only where an attribute on a test names it.</summary>
public static partial class ClaimReader
{
    /// <summary>Every claim under the tests' folder, in the order of files and lines.</summary>
    public static IReadOnlyList<Claim> Read(string testsFolder) =>
    [
        .. Directory.EnumerateFiles(testsFolder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (File: file, Name: Path.GetRelativePath(testsFolder, file).Replace('\\', '/')))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .SelectMany(file => OfText(file.Name, File.ReadAllText(file.File))),
    ];

    /// <summary>The claims in the text of one file; a comment claims nothing.</summary>
    public static IReadOnlyList<Claim> OfText(string name, string text) =>
    [
        .. text.Split('\n').SelectMany((line, index) => AttributeLine().IsMatch(line)
            ? Attribute().Matches(line).Select(match => new Claim(match.Groups["id"].Value, name, index + 1))
            : []),
    ];

    [GeneratedRegex(@"^\s*\[|^\s*Requirement\(", RegexOptions.CultureInvariant)]
    private static partial Regex AttributeLine();

    [GeneratedRegex(@"\bRequirement\(""(?<id>[^""]*)""\)", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}
