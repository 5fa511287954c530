using PersonalDataHub.Connectors.Tests.Sql;

namespace PersonalDataHub.Connectors.Tests;

public sealed class PluginFolderTests
{
    [Theory]
    [InlineData("Crm")]
    [InlineData("Billing")]
    [InlineData("Database")]
    public void PluginFolder_Should_HoldNothingThatTheHubProvides_When_Built(string connector)
    {
        // Two native SQLite copies in one process void each other's file locks.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var folder = TestDatabase.RepositoryFile("src", "Connectors", connector, "bin", configuration, "net10.0");

        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).ToList();

        files.ShouldContain("plugin.json");
        files.ShouldContain("PersonalDataHub.Connectors.Sql.dll");
        files.ShouldNotContain(name => name!.Contains("sqlite", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Npgsql", StringComparison.Ordinal)
            || name == "PersonalDataHub.Connectors.Abstractions.dll");
    }
}
