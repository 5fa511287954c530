using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Paper;

namespace PersonalDataHub.Connectors.Tests.Paper;

public sealed class PaperSettingsValidatorTests : IDisposable
{
    private readonly PaperShelf shelf = new();

    public void Dispose() => shelf.Dispose();

    [Fact]
    public void Validate_Should_FindNothing_When_TheSettingsAreWhole() =>
        new PaperSettingsValidator().Validate(shelf.Settings("columns: { kind: type }\nencoding: iso-8859-15\nhandledWithin: P7D")).ShouldBeEmpty();

    [Fact]
    public void Validate_Should_ListEveryMistake_When_ThereAreSeveral()
    {
        // arrange
        var settings = SettingsYaml.Read("""
            separator: ";"
            encoding: utf-16
            columns: { colour: red, kind: "" }
            custodian: { name: x }
            storage: { locked: perhaps, fireSafe: maybe }
            handledWithin: P1Y
            colour: red
            """);

        // act
        var mistakes = new PaperSettingsValidator().Validate(shelf.Settings() with { Settings = settings });

        // assert
        mistakes.Select(mistake => mistake.Path).Distinct().Order(StringComparer.Ordinal).ShouldBe(
        [
            "category", "colour", "columns/colour", "columns/kind", "custodian/contact", "custodian/name", "custodian/role", "customerNumberIssuer",
            "encoding", "handledWithin", "index", "location", "separator", "storage/access", "storage/fireSafe", "storage/locked",
        ]);
    }

    [Fact]
    public void Schema_Should_NameEverySettingThatThereIs_When_Shipped() => SettingsSchema.ShouldName(
        "paper.schema.json", new PaperSettingsValidator(), shelf.Settings(), "columns", "custodian", "storage");
}
