using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Tests.Connectors;

public sealed class StewardshipTests
{
    private const string People = "settings: { people: [] }";

    [Fact]
    [Requirement("S0-13"), Requirement("S3-44"), Requirement("S4-39"), Requirement("S4-47")]
    public void Read_Should_TellWhoKeepsTheSource_When_ItsFileSaysSo()
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister(more: "transfers: { mode: allowed }").WithSource("crm", "healthy", $$"""
            country: US
            transferMechanism: standard-contractual-clauses
            transferReason: The service is run there only.
            operator: { role: processor, recipient: statistics-service, agreement: DPA-2026-14 }
            keeper: { name: Holder of the web site, contact: site@example.org }
            thirdPartyNotice: https://example.org/privacy
            externalControls:
              - { name: Settings of your account, url: https://example.org/account }
              - { name: Opt-out add-on, url: https://example.org/optout }
            {{People}}
            """);

        // act
        var stewardship = room.Source().Stewardship;

        // assert
        room.Source().State.ShouldBe(SourceState.Active);
        stewardship.Country.ShouldBe("US");
        stewardship.TransferMechanism.ShouldBe("standard-contractual-clauses");
        stewardship.TransferReason.ShouldBe("The service is run there only.");
        stewardship.Operator.ShouldBe(new(OperatorRole.Processor, "statistics-service", "DPA-2026-14"));
        stewardship.Medium.ShouldBe(SourceMedium.Digital);
        stewardship.Keeper.ShouldBe(new("Holder of the web site", "site@example.org"));
        stewardship.ThirdPartyNotice.ShouldBe("https://example.org/privacy");
        stewardship.ExternalControls.ShouldBe(
            [new("Settings of your account", "https://example.org/account"), new("Opt-out add-on", "https://example.org/optout")]);
    }

    [Fact]
    public void Read_Should_TakeTheControllersOwn_When_TheFileSaysNothing()
    {
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", People);

        (room.Source().Stewardship with { ExternalControls = Stewardship.Default.ExternalControls }).ShouldBe(Stewardship.Default);
        room.Source().Stewardship.ExternalControls.ShouldBeEmpty();
        Stewardship.Default.Operator.Role.ShouldBe(OperatorRole.Own);
    }

    [Fact]
    public void Read_Should_FollowTheFile_When_OnlyTheStewardshipChanges()
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", People);
        room.Source().Stewardship.Medium.ShouldBe(SourceMedium.Digital);

        // act
        room.WithSource("crm", "healthy", "medium: paper\n" + People);
        room.Holder.Reload();

        // assert
        room.Source().Stewardship.Medium.ShouldBe(SourceMedium.Paper);
    }

    [Fact]
    public void Read_Should_ReportEveryMistakeWithItsLine_When_TheStewardshipHasSeveral()
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister();
        room.Write("shop/crm.yaml", """
            connector: healthy
            name: CRM
            country: Finland
            transferMechanism: adequacy
            operator: { role: owner }
            medium: papyrus
            keeper: { contact: site@example.org }
            thirdPartyNotice: example.org/privacy
            externalControls: [{ name: Account, url: "ftp://example.org" }]
            settings: { people: [] }
            """);

        // act
        var mistakes = room.Holder.Current.Mistakes.Select(mistake => mistake.ToString()).ToList();

        // assert
        mistakes.Count.ShouldBe(7, string.Join('\n', mistakes));
        mistakes[0].ShouldStartWith("shop/crm.yaml:3:10: 'country' is 'Finland', but must be");
        mistakes[1].ShouldStartWith("shop/crm.yaml:4:20: 'transferMechanism' is 'adequacy', but must be one of: adequacy-decision");
        mistakes[2].ShouldStartWith("shop/crm.yaml:5:19: 'role' is 'owner', but must be one of: own, processor, partner.");
        mistakes[3].ShouldStartWith("shop/crm.yaml:6:9: 'medium' is 'papyrus'");
        mistakes[4].ShouldStartWith("shop/crm.yaml:7:9: 'name' is missing.");
        mistakes[5].ShouldStartWith("shop/crm.yaml:8:19: 'thirdPartyNotice' must be a web address");
        mistakes[6].ShouldStartWith("shop/crm.yaml:9:42: 'url' must be a web address");
    }

    [Theory]
    [Requirement("S3-44")]
    [InlineData("{ role: processor, recipient: printing-house }", "'agreement' is missing; a processor works under an agreement")]
    [InlineData("{ role: processor, agreement: DPA-1 }", "'recipient' is missing")]
    [InlineData("{ role: partner }", "'recipient' is missing")]
    [InlineData("{ role: own, agreement: DPA-1 }", "has neither 'recipient' nor 'agreement'")]
    [InlineData("{ recipient: printing-house }", "'role' is missing")]
    public void Read_Should_RefuseTheOperator_When_ItIsNotWholeForItsRole(string text, string expected)
    {
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", $"operator: {text}\n{People}");

        room.Holder.Current.Mistakes.ShouldHaveSingleItem().Message.ShouldContain(expected);
    }
}
