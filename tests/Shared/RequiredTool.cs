using Xunit;

namespace PersonalDataHub.Tests.Shared;

/// <summary>A program that a test needs beside the SDK: PostgreSQL, nginx, a browser.</summary>
/// <remarks>
/// Where it is missing the test is skipped, so that <c>dotnet test</c> passes on a machine with the SDK only. With
/// <c>HUB_TESTS_REQUIRE_TOOLS=1</c>, as in continuous integration, a missing program fails the test instead.
/// </remarks>
public static class RequiredTool
{
    /// <summary>The first of the paths that exists; a <c>*</c> stands for one folder, the highest name first.</summary>
    public static string Find(string name, params string[] paths)
    {
        var found = paths.SelectMany(Expand).FirstOrDefault(File.Exists);
        if (found is null && Environment.GetEnvironmentVariable("HUB_TESTS_REQUIRE_TOOLS") == "1")
        {
            throw new FileNotFoundException($"{name} is not installed; looked at {string.Join(", ", paths)}.");
        }

        Assert.SkipWhen(found is null, $"{name} is not installed.");
        return found!;
    }

    private static IEnumerable<string> Expand(string path)
    {
        var star = path.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            return [path];
        }

        var parent = Path.GetDirectoryName(path[..star])!;
        return Directory.Exists(parent)
            ? Directory.GetDirectories(parent).OrderDescending().Select(folder => folder + path[(star + 1)..])
            : [];
    }
}
