using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Tests.Connectors;

public sealed class ShippedConfigurationTests
{
    [Theory]
    [InlineData("telecom", "crm billing barring call-recordings call-traffic web-analytics", "trafficEvents")]
    [InlineData("wellbeing", "crm billing call-recordings insurance-partner paper web-analytics", "insurancePolicies")]
    [InlineData("studio", "orders billing web-analytics web-statistics", "serviceOrders")]
    [InlineData("social-care", "clients billing cases paper web-analytics web-statistics", "careCases")]
    [InlineData("sole-trader", "contacts billing contact-form web-statistics", "contactMessages")]
    public void Load_Should_BringEverySourceUp_When_TheConfigurationIsTheOneThatShips(string register, string sources, string list)
    {
        // arrange
        using var room = new PluginRoom().WithPlugins(
            "crm", "billing", "database", "call-recordings", "web-analytics", "web-statistics", "paper", "contact-form", "partner-feed");
        foreach (var file in Directory.GetFiles(RepositoryFiles.Path("connectors-config", register)))
        {
            room.Write($"{register}/{Path.GetFileName(file)}", File.ReadAllText(file));
        }

        // act
        var catalog = room.Holder.Current;

        // assert
        catalog.Mistakes.ShouldBeEmpty();
        catalog.Sources.Select(source => source.ToString()).ShouldBe(sources.Split(' ').Select(source => $"{register}/{source}"), ignoreOrder: true);
        catalog.Sources.ShouldAllBe(source => source.State == SourceState.Active);
        catalog.RecordTypes(register).Select(type => type.PluralName).ShouldContain(list);
    }
}
