using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.WebStatistics;

namespace PersonalDataHub.Connectors.Tests.WebStatistics;

public sealed class WebStatisticsConnectorTests : IDisposable
{
    private readonly Exports exports = new();

    public void Dispose() => exports.Dispose();

    [Fact]
    [Requirement("S1-40"), Requirement("S2-49"), Requirement("S4-37"), Requirement("S4-38")]
    public async Task ReadStatistics_Should_TellVisitorsPagesEntriesAndExits_When_TheServiceExportsThem()
    {
        exports.Traffic(
            "2026-11-01,/,40,30,10", "2026-11-01,/prices?name=somebody,20,10,30", "2026-11-02,/,5,5,5", "2026-11-03,/,1000,1000,1000");

        var told = await Exports.ToldAsync(exports.Connect(), days: 2);

        told.ShouldBe(
        [
            "visitors total 45",
            "page / 45", "page /prices 20",
            "entryPage / 35", "entryPage /prices 10",
            "exitPage /prices 30", "exitPage / 15",
        ]);
    }

    [Fact]
    [Requirement("S1-42"), Requirement("S2-51")]
    public async Task ReadStatistics_Should_TellAgesGendersAndInterests_When_DemographicsAreExported()
    {
        exports.Demographics(
            "2026-11-01,age,25-34,12", "2026-11-01,age,35-44,30", "2026-11-01,gender,female,21", "2026-11-01,gender,male,21", "2026-11-01,interest,travel,9");

        (await Exports.ToldAsync(exports.Connect())).ShouldBe(
            ["age 35-44 30", "age 25-34 12", "gender female 21", "gender male 21", "interest travel 9"]);
    }

    [Fact]
    [Requirement("S1-41"), Requirement("S2-50")]
    public async Task ReadStatistics_Should_PutSmallNumbersTogether_When_RowsCountFewPeople()
    {
        exports.Demographics("2026-11-01,age,25-34,12", "2026-11-01,age,75-84,1", "2026-11-01,age,85-94,4", "2026-11-01,interest,chess,1", "2026-11-01,interest,travel,20");

        // one chess player alone would still be seen as "other", so the next smallest goes in too.
        (await Exports.ToldAsync(exports.Connect())).ShouldBe(["age 25-34 12", "age other 5", "interest other 21"]);
        (await Exports.ToldAsync(exports.Connect("smallestNumber: 13"))).ShouldBe(["age other 17", "interest other 21"]);
        (await Exports.ToldAsync(exports.Connect("smallestNumber: 50"))).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("S1-41"), Requirement("S2-50")]
    public async Task ReadStatistics_Should_HideTheDay_When_TwoSpansDifferByIt()
    {
        exports.Demographics("2026-11-01,interest,chess,20", "2026-11-01,interest,travel,20", "2026-11-02,interest,chess,1", "2026-11-02,interest,travel,20");
        var statistics = exports.Connect();

        (await Exports.ToldAsync(statistics)).ShouldBe(["interest chess 20", "interest travel 20"]);
        (await Exports.ToldAsync(statistics, days: 2)).ShouldBe(["interest chess 20", "interest travel 20", "interest other 21"]);
    }

    [Theory]
    [Requirement("S1-41"), Requirement("S2-50"), Requirement("S4-37")]
    [InlineData("date,page,visitors,entries,exits,client_id", "columns that numbers about many people do not need: client_id")]
    [InlineData("date,page,visitors", "lacks the columns: entries, exits")]
    public async Task Check_Should_RefuseTheExport_When_ItTellsMoreOrLessThanAggregates(string header, string expected)
    {
        // arrange
        exports.Write("traffic.csv", header);
        var statistics = exports.Connect();

        // act
        var check = await statistics.CheckAsync(new(), TestContext.Current.CancellationToken);
        var refused = await Should.ThrowAsync<SourceException>(() => Exports.ToldAsync(statistics));

        // assert
        check.Failure!.Kind.ShouldBe(FailureKind.Configuration);
        check.Failure.Message.ShouldContain(expected);
        refused.Message.ShouldContain(expected);
    }

    [Fact]
    public async Task Check_Should_CountWhatItCannotRead_When_LinesAreMalformed()
    {
        exports.Traffic("2026-11-01,/,40,30,10", "2026-11-01,/,many,30,10", "yesterday,/,1,1,1");
        exports.Demographics("2026-11-01,shoe size,44,20");

        var check = await exports.Connect().CheckAsync(new(), TestContext.Current.CancellationToken);

        check.Failure.ShouldBeNull();
        check.Remarks.ShouldBe(["3 lines of the exports could not be read."]);
    }

    [Fact]
    [Requirement("S1-41"), Requirement("S2-50")]
    public async Task Read_Should_Refuse_When_SomebodyLooksForAPerson()
    {
        var statistics = exports.Connect();

        statistics.Describe().AggregateOnly.ShouldBeTrue();
        statistics.Describe().Accepts.ShouldBeEmpty();
        await Should.ThrowAsync<SourceException>(() => statistics.ReadAsync(new SubjectIdentity(IdentityKinds.Email, "first@example.org", null)));
    }

    [Fact]
    public void Validate_Should_ListEveryMistake_When_ThereAreSeveral()
    {
        var settings = exports.Settings() with { Settings = SettingsYaml.Read("{ traffic: ../x.csv, smallestNumber: 1, freshness: soon, separator: dot, colour: red }") };

        new WebStatisticsSettingsValidator().Validate(settings).Select(mistake => mistake.Path).Order(StringComparer.Ordinal)
            .ShouldBe(["colour", "folder", "freshness", "separator", "smallestNumber", "traffic"]);
        new WebStatisticsSettingsValidator().Validate(exports.Settings()).ShouldBeEmpty();
    }

    [Fact]
    public void Schema_Should_NameEverySettingThatThereIs_When_Shipped() =>
        SettingsSchema.ShouldName("web-statistics.schema.json", new WebStatisticsSettingsValidator(), exports.Settings());
}
