using System.Text.RegularExpressions;

namespace PersonalDataHub.Architecture.Tests;

/// <summary>Rules of the house that the files themselves keep.</summary>
public sealed partial class SourceFileTests
{
    private const int LongestFile = 400;

    private static readonly IReadOnlyList<string> code = Repository.Files(".cs");

    [Fact]
    public void Files_Should_BeFound_When_TheRepositoryIsWalked()
    {
        code.ShouldContain("src/Connectors.Abstractions/IConnector.cs");
        code.ShouldContain("tests/Architecture.Tests/SourceFileTests.cs");
    }

    [Fact]
    public void Names_Should_SayWhatAClassIs_When_FilesAreNamed()
    {
        code.Where(path => EmptyName().IsMatch(path)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("src/Hub/StringUtils.cs")]
    [InlineData("src/Hub/DateHelper.cs")]
    [InlineData("src/Hub/SourceManager.cs")]
    [InlineData("src/Hub/ConnectorBase.cs")]
    public void Names_Should_BeRefused_When_TheySayNothing(string path) => EmptyName().IsMatch(path).ShouldBeTrue();

    [Fact]
    public void Files_Should_BeShort_When_Written()
    {
        code.Where(path => Repository.Read(path).AsSpan().Count('\n') > LongestFile).ShouldBeEmpty();
    }

    [Fact]
    public void Files_Should_NameNoMachine_When_Written()
    {
        var text = Repository.Files(
            ".cs", ".csproj", ".props", ".targets", ".json", ".yaml", ".yml", ".md", ".sql", ".sln", ".graphql", ".http", ".sh", ".razor");

        text.Where(path => MachinePath().IsMatch(Repository.Read(path))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("home/somebody/project")]
    [InlineData("tmp/project")]
    [InlineData("Users/somebody")]
    public void Files_Should_BeRefused_When_TheyNameAFolderOfSomebodysMachine(string path) =>
        MachinePath().IsMatch($"see \"/{path}\"").ShouldBeTrue();

    [GeneratedRegex("(Utils?|Helpers?|Managers?|Common|Impl|Base)\\.cs$")]
    private static partial Regex EmptyName();

    // Not behind a letter, digit or dot: ../tmp and example.org/home are nobody's machine.
    [GeneratedRegex(@"(?<![\w.])/(home|Users|root|work|tmp)/\w|[A-Z]:\\{1,2}(Users|Documents)")]
    private static partial Regex MachinePath();
}
