using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Tests.Sql;
using PersonalDataHub.Connectors.WebAnalytics;

namespace PersonalDataHub.Connectors.Tests.WebAnalytics;

public sealed class WebAnalyticsSettingsValidatorTests
{
    private static SourceSettings With(SettingsMap settings) => new()
    {
        Register = "telecom", Source = "web-analytics", Settings = settings, WorkDirectory = "/", BaseDirectory = "/",
    };

    [Fact]
    public void Validate_Should_FindNothing_When_TheSettingsAreTheShippedOnes() =>
        new WebAnalyticsSettingsValidator().Validate(With(ShippedSettings.Read("web-analytics.yaml"))).ShouldBeEmpty();

    [Fact]
    public void Validate_Should_ListEveryMistake_When_ThereAreSeveral()
    {
        // arrange
        var settings = new SettingsMap(new Dictionary<string, SettingsNode>
        {
            ["fileName"] = new SettingsText("logs/access.log"),
            ["visitInactivity"] = new SettingsText("PT48H"),
            ["keepQueryStrings"] = new SettingsText("no"),
            ["consentWords"] = new SettingsText("given"),
            ["visitorLinks"] = new SettingsText("links.csv"),
            ["exclusions"] = new SettingsText("./links.csv"),
            ["colour"] = new SettingsText("red"),
        });

        // act
        var mistakes = new WebAnalyticsSettingsValidator().Validate(With(settings));

        // assert
        mistakes.Select(mistake => mistake.Path).Order().ShouldBe(
            ["colour", "consentWords", "customerNumberIssuer", "exclusions", "fileName", "keepQueryStrings", "logs", "visitInactivity"]);
    }
}
