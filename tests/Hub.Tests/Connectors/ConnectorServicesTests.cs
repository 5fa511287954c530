using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Tests.Connectors;

public sealed class ConnectorServicesTests
{
    [Fact]
    public void AddConnectors_Should_GiveALoadedCatalogAndAnInvoker_When_TheFoldersAreConfigured()
    {
        // arrange
        using var folder = new TemporaryDirectory();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Hub:ConfigDirectory", "registers")]).Build();

        // act
        using var services = new ServiceCollection()
            .AddRegisters(configuration, folder.Path)
            .AddConnectors()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        // assert
        services.GetRequiredService<CatalogHolder>().Current.Mistakes[0].File.ShouldBe(folder.File("registers"));
        services.GetRequiredService<SourceInvoker>().ShouldNotBeNull();
        services.GetRequiredService<HubDirectories>().DataDirectory.ShouldBe(folder.File("data"));
        services.GetRequiredService<HubDirectories>().SourcesDirectory.ShouldBe(folder.File("data"));
        services.GetRequiredService<HubDirectories>().PluginsDirectory.ShouldBe(Path.Combine(AppContext.BaseDirectory, "plugins"));
    }
}
