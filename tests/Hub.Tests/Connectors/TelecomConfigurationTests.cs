using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Tests.Connectors;

public sealed class TelecomConfigurationTests
{
    [Fact]
    public void Load_Should_BringEverySourceUp_When_TheConfigurationIsTheTelecomRegister()
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("crm", "billing", "call-recordings", "web-analytics");
        foreach (var file in Directory.GetFiles(RepositoryFiles.Path("connectors-config", "telecom")))
        {
            room.Write($"telecom/{Path.GetFileName(file)}", File.ReadAllText(file));
        }

        // act
        var catalog = room.Holder.Current;

        // assert
        catalog.Mistakes.ShouldBeEmpty();
        catalog.Sources.Select(source => $"{source} {source.State}").ShouldBe(
            ["telecom/crm Active", "telecom/billing Active", "telecom/call-recordings Active", "telecom/web-analytics Active"]);
        catalog.RecordTypes("telecom").Select(type => type.PluralName).ShouldContain("invoices");
    }
}
