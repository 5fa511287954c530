using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.GraphQL;

public sealed class StewardshipTests
{
    [Fact]
    [Requirement("S1-43"), Requirement("S1-44"), Requirement("S2-52"), Requirement("S2-53"), Requirement("S4-39")]
    public async Task FindRegistrant_Should_CarryWhatCanBeSetElsewhere_When_TheSourcesFileNamesIt()
    {
        // arrange
        await using var hub = await TestHub.StartAsync((_, config, _) => File.AppendAllText(
            Path.Combine(config, "telecom", "web-analytics.yaml"),
            """

            country: SE
            transferMechanism: adequacy-decision
            operator: { role: processor, recipient: statistics-service, agreement: DPA-2026-14 }
            keeper: { name: Holder of the web site, contact: site@example.org }
            thirdPartyNotice: https://example.org/privacy
            externalControls:
              - { name: Settings of your own account, url: https://example.org/account }
              - { name: Opt-out add-on of your browser, url: https://example.org/optout }
            """));

        // act
        var answer = await hub.FindAsync(
            new { customerId = "10001" },
            """
            sources {
              source {
                id country transferMechanism transferReason medium thirdPartyNotice
                operator { role recipient agreement } keeper { name contact } externalControls { name url }
              }
            }
            """);

        // assert
        var sources = answer.Items("sources").ToDictionary(reading => reading.Text("source.id")!, reading => reading.At("source"));
        var web = sources["web-analytics"];
        web.Text("country").ShouldBe("SE");
        web.Text("transferMechanism").ShouldBe("adequacy-decision");
        web.Text("transferReason").ShouldBeNull();
        web.Text("operator.role").ShouldBe("PROCESSOR");
        web.Text("operator.agreement").ShouldBe("DPA-2026-14");
        web.Text("keeper.contact").ShouldBe("site@example.org");
        web.Text("thirdPartyNotice").ShouldBe("https://example.org/privacy");
        web.Texts("externalControls", "url").ShouldBe(["https://example.org/account", "https://example.org/optout"]);
        sources["crm"].Text("operator.role").ShouldBe("OWN");
        sources["crm"].Text("medium").ShouldBe("DIGITAL");
    }
}
