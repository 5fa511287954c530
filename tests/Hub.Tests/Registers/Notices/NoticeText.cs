using PersonalDataHub.Hub.Registers.Notices;

namespace PersonalDataHub.Hub.Tests.Registers.Notices;

/// <summary>One of the notices that were written for these tests, with what a reader noted beside it.</summary>
internal sealed record NoticeText(string Path)
{
    /// <summary>Those of one folder of <c>Texts</c>, by name.</summary>
    public static IReadOnlyList<NoticeText> In(string folder) =>
    [
        .. Directory.EnumerateFiles(RepositoryFiles.Path("tests", "Hub.Tests", "Registers", "Notices", "Texts", folder))
            .Where(path => !path.EndsWith(".expected.txt", StringComparison.Ordinal) && !path.EndsWith(".named.txt", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(path => new NoticeText(path)),
    ];

    public static NoticeText Of(string folder, string name) => In(folder).Single(text => text.Name == name);

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public NoticeDocument Document => NoticeReader.Read(Path);

    /// <summary>The lines noted beside it, in words, without comments.</summary>
    public IReadOnlyList<string[]> Noted => Lines(System.IO.Path.ChangeExtension(Path, ".expected.txt"));

    /// <summary>The categories and purposes that a reader saw in it; a corrected text names those of the defective one.</summary>
    public IReadOnlyList<string[]> Named => Path.Contains("unseen", StringComparison.Ordinal)
        ? [.. Noted.Where(words => words[0] != "finding")]
        : Lines(RepositoryFiles.Path("tests", "Hub.Tests", "Registers", "Notices", "Texts", "defective", $"{Name}.named.txt"));

    private static IReadOnlyList<string[]> Lines(string path) =>
    [
        .. File.ReadLines(path)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
    ];
}
