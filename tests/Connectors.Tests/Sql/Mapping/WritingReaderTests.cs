using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Tests.Sql.Mapping;

public sealed class WritingReaderTests
{
    [Fact]
    public void Read_Should_TellEveryMistakeWithItsPlace_When_WritingIsMappedWrongly()
    {
        var settings = MappingReaderTests.OwnSettings()
            .With("financialYearEnds", Settings.Text("31-12"))
            .With("records/membership/correct", Settings.Text("perhaps"))
            .With("records/membership/restricted", Settings.Text("flag; drop"))
            .With("records/membership/erase", Settings.Text("burn"))
            .With("records/membership/keep", Settings.List(
                Settings.Of("years: six; from: since"),
                Settings.Of("ground: Law; years: 6"),
                Settings.Of("ground: Law; validTo: since; until: 2030")))
            .With("records/membership/fields/since/erase", Settings.Of("text: never"))
            .With("records/membership/fields/since/correct", Settings.Of("manual: Ask.; refused: No."))
            .With("records/membership/fields/number/erase", Settings.Text("cell"))
            .With("records/membership/fields/number/keepWith", Settings.Text("invoice"));

        Mistakes(settings).Select(mistake => mistake.Path).Order(StringComparer.Ordinal).ShouldBe(
        [
            "financialYearEnds", "records/membership/correct", "records/membership/erase", "records/membership/fields/number/erase",
            "records/membership/fields/number/keepWith", "records/membership/fields/since/correct",
            "records/membership/fields/since/erase/text", "records/membership/keep/0/ground", "records/membership/keep/0/years",
            "records/membership/keep/1/from", "records/membership/keep/2/until", "records/membership/restricted",
        ]);
    }

    [Fact]
    public void Read_Should_AskForErase_When_OnlyKeepIsMapped() =>
        Mistakes(MappingReaderTests.OwnSettings().With("records/membership/keep", Settings.Of("ground: Law")))
            .ShouldHaveSingleItem().Path.ShouldBe("records/membership/keep");

    [Fact]
    public void Read_Should_RefuseAShell_When_OnlyTheKeyIsMapped() =>
        Mistakes(MappingReaderTests.OwnSettings().With("records/membership/erase", Settings.Text("empty"))
            .With("records/membership/fields/since", null)).ShouldHaveSingleItem().Path.ShouldBe("records/membership/erase");

    [Fact]
    public void Read_Should_MapNoChange_When_SettingsSayNothingOfIt()
    {
        var record = new MappingReader(SqlMeaning.Open).Read(MappingReaderTests.OwnSettings()).Records.ShouldHaveSingleItem();

        record.Writing.ShouldBe(RecordWriting.None with { Keep = record.Writing.Keep });
        record.Writing.Keep.ShouldBeEmpty();
    }

    private static IReadOnlyList<SettingsMistake> Mistakes(SettingsMap settings)
    {
        var reader = new MappingReader(SqlMeaning.Open);
        reader.Read(settings);
        return reader.Mistakes;
    }
}
