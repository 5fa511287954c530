using System.Xml.Linq;
using PersonalDataHub.Architecture.Tests.Scanning;

namespace PersonalDataHub.Architecture.Tests;

/// <summary>Projects reference in one direction, and those that others build on reference little.</summary>
public sealed class AssemblyReferenceTests
{
    private const string Contract = "PersonalDataHub.Connectors.Abstractions";
    private static readonly string baseLibrary = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly string webFramework = Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Builder.WebApplication).Assembly.Location)!;

    public static TheoryData<string> ConnectorProjects =>
        [.. Repository.Assemblies.Keys.Where(project => project.StartsWith("src/Connectors/", StringComparison.Ordinal))];

    [Fact]
    public void Assemblies_Should_BeThereForEveryProject_When_ThisProjectIsBuilt()
    {
        Repository.Assemblies.Count.ShouldBeGreaterThan(7);
        Repository.Assemblies.Values.Where(path => !File.Exists(path)).ShouldBeEmpty();
    }

    [Fact]
    public void GraphQL_Should_ReferenceTheSharedFrameworkOnly_When_Built()
    {
        const string Project = "src/GraphQL/GraphQL.csproj";

        References(Project).Where(name => !Within(name, baseLibrary, webFramework)).ShouldBeEmpty();
        Elements(Project, "PackageReference").Concat(Elements(Project, "ProjectReference")).ShouldBeEmpty();
    }

    [Fact]
    public void Contract_Should_ReferenceTheBaseLibraryOnly_When_Built()
    {
        const string Project = "src/Connectors.Abstractions/Connectors.Abstractions.csproj";

        References(Project).Where(name => !Within(name, baseLibrary)).ShouldBeEmpty();
        Elements(Project, "PackageReference").Concat(Elements(Project, "ProjectReference")).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(ConnectorProjects))]
    public void Connector_Should_ReferenceTheContractAndPrivateLibrariesOnly_When_Built(string project)
    {
        var ours = References(project).Where(name => name.StartsWith("PersonalDataHub.", StringComparison.Ordinal));

        ours.Except(PrivateLibraries().Append(Contract)).ShouldBeEmpty();
    }

    [Fact]
    public void DemoSources_Should_ReferenceNothingOfOurs_When_Built()
    {
        References("src/DemoSources/DemoSources.csproj")
            .Where(name => name.StartsWith("PersonalDataHub.", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Hub_Should_ReferenceNoConnector_When_Built()
    {
        References("src/Hub/Hub.csproj")
            .Where(name => name.StartsWith("PersonalDataHub.Connectors.", StringComparison.Ordinal)).ShouldBe([Contract]);
    }

    private static IReadOnlyList<string> References(string project) =>
        AssemblyScan.Of(Repository.AssemblyOf(project)).References;

    /// <summary>What connectors share: a library beside them that is no plugin itself.</summary>
    private static IEnumerable<string> PrivateLibraries() =>
        from project in Repository.Assemblies.Keys
        where project.StartsWith("src/Connectors/", StringComparison.Ordinal)
        where !File.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, "plugin.json"))
        select Path.GetFileNameWithoutExtension(Repository.AssemblyOf(project));

    private static bool Within(string name, params string[] folders) =>
        folders.Any(folder => File.Exists(Path.Combine(folder, name + ".dll")));

    private static IEnumerable<string> Elements(string project, string name) =>
        XDocument.Parse(Repository.Read(project)).Descendants(name).Select(element => element.Attribute("Include")!.Value);
}
