using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.CallRecordings;
using PersonalDataHub.Connectors.Tests.Sql;

namespace PersonalDataHub.Connectors.Tests.CallRecordings;

public sealed class CallRecordingsSettingsValidatorTests
{
    private static SourceSettings With(SettingsMap settings) => new()
    {
        Register = "telecom", Source = "call-recordings", Settings = settings, WorkDirectory = "/", BaseDirectory = "/",
    };

    [Fact]
    public void Validate_Should_FindNothing_When_TheSettingsAreTheShippedOnes() =>
        new CallRecordingsSettingsValidator().Validate(With(ShippedSettings.Read("call-recordings.yaml"))).ShouldBeEmpty();

    [Fact]
    public void Validate_Should_ListEveryMistake_When_ThereAreSeveral()
    {
        // arrange
        var settings = new SettingsMap(new Dictionary<string, SettingsNode>
        {
            ["callDetailRecords"] = new SettingsText("../Master.csv"),
            ["columns"] = new SettingsList([new SettingsText("src"), new SettingsText("colour")]),
            ["userField"] = new SettingsText("sometimes"),
            ["timeZone"] = new SettingsText("Mars/Base"),
            ["useGmTime"] = new SettingsText("perhaps"),
            ["correctable"] = new SettingsList([new SettingsText("duration")]),
            ["restrictedFolder"] = new SettingsText("../elsewhere"),
            ["countryCode"] = new SettingsText("+358"),
            ["colour"] = new SettingsText("red"),
        });

        // act
        var mistakes = new CallRecordingsSettingsValidator().Validate(With(settings));

        // assert
        mistakes.Select(mistake => mistake.Path).Distinct().Order().ShouldBe(
            ["callDetailRecords", "colour", "columns", "correctable", "countryCode", "customerNumberIssuer", "folder", "restrictedFolder", "timeZone", "useGmTime", "userField"]);
    }
}
