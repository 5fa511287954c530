using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Tests.Sql.Mapping;

public sealed class MappingReaderTests
{
    [Fact]
    public void Read_Should_TellEveryMistakeWithItsPlace_When_SettingsHaveMany()
    {
        var settings = OwnSettings()
            .With("database", Settings.Text("nothing"))
            .With("timeZone", Settings.Text("Mars/Olympus"))
            .With("recrods", Settings.Text("x"))
            .With("identities", Settings.List(Settings.Of("kind: customerNumber; tabel: member; column: no; person: no")))
            .With("records/membership/table", Settings.Text("member; drop table member"))
            .With("records/membership/person", null)
            .With("records/membership/fields/level", Settings.Text("level"))
            .With("records/membership/fields/since/kind", Settings.Text("moment"));

        var mistakes = Mistakes(settings);

        mistakes.Select(mistake => mistake.Path).Order(StringComparer.Ordinal).ShouldBe(
        [
            "database", "identities/0/tabel", "identities/0/table", "records/membership/fields/level", "records/membership/fields/since/kind",
            "records/membership/person", "records/membership/table", "recrods", "timeZone",
        ]);
        mistakes.ShouldAllBe(mistake => mistake.Message.Length > 10);
    }

    [Theory]
    [InlineData("member\" where 1=1 --")]
    [InlineData("a.b.c")]
    [InlineData("1member")]
    [InlineData("member;")]
    [InlineData("member'")]
    [InlineData(" member")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public void Read_Should_RefuseTheTable_When_ItsNameIsNone(string table) =>
        Mistakes(OwnSettings().With("records/membership/table", Settings.Text(table)))
            .ShouldHaveSingleItem().Path.ShouldBe("records/membership/table");

    [Theory]
    [InlineData("member")]
    [InlineData("club.member")]
    [InlineData("jäsen")]
    [InlineData("Order Details")]
    public void Read_Should_TakeTheTable_When_DatabasesAllowItsName(string table) =>
        Mistakes(OwnSettings().With("records/membership/table", Settings.Text(table))).ShouldBeEmpty();

    [Theory]
    [InlineData("where", "level) or (1=1", "records/membership/where/level) or (1=1")]
    [InlineData("fields", "bad-name", "records/membership/fields/bad-name")]
    public void Read_Should_RefuseNames_When_TheyAreKeys(string setting, string name, string path) =>
        Mistakes(OwnSettings().With($"records/membership/{setting}", Settings.Map((name, Settings.Text("x")))))
            .ShouldContain(mistake => mistake.Path == path);

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=file:x.db?mode=memory")]
    [InlineData("Data Source=x.db;Colour=red")]
    [InlineData("Data Source=x.db;Host=there")]
    [InlineData("Host=there")]
    [InlineData("Host=there;Database=x;Colour=red")]
    [InlineData("=;")]
    public void Read_Should_RefuseTheDatabase_When_ItIsNeitherFileNorServer(string database) =>
        Mistakes(OwnSettings().With("database", Settings.Text(database))).ShouldHaveSingleItem().Path.ShouldBe("database");

    [Fact]
    public void Read_Should_NotRepeatThePassword_When_ConnectionStringIsWrong()
    {
        var mistakes = Mistakes(OwnSettings().With("database", Settings.Text("Host=there;Password=open-sesame;Timeout=soon")));

        mistakes.ShouldHaveSingleItem().Message.ShouldNotContain("sesame");
    }

    [Fact]
    public void Read_Should_DeclareTheType_When_ItIsTheConfigurationsOwn()
    {
        var type = new MappingReader(SqlMeaning.Open).Read(OwnSettings()).Records.ShouldHaveSingleItem().Type;

        type.PluralName.ShouldBe("memberships");
        type.Origin.ShouldBe(DataOrigin.Provided);
        type.Fields.Select(field => (field.Name, field.Kind)).ShouldBe([("number", FieldKind.Text), ("since", FieldKind.Date)]);
        type.Fields[0].IdentityKind.ShouldBe("membership");
    }

    [Fact]
    public void Read_Should_KeepTheConnectorsMeaning_When_ConfigurationMovesCategoriesAndAddsAField()
    {
        var known = new SqlMeaning
        {
            RecordTypes =
            [
                new()
                {
                    Name = "membership", PluralName = "memberships", Description = "Known.", Category = "club", Origin = DataOrigin.Observed,
                    ValidToField = "until",
                    Fields = [Declare.Date("until", "Not mapped."), Declare.Text("number", "Known number.")],
                },
            ],
        };
        var settings = OwnSettings()
            .With("records/membership/category", Settings.Text("loyalty"))
            .With("records/membership/description", null)
            .With("records/membership/origin", null)
            .With("records/membership/fields/number", Settings.Of("column: no; category: identity"));

        var type = new MappingReader(known).Read(settings).Records.ShouldHaveSingleItem().Type;

        type.ShouldSatisfyAllConditions(
            one => one.Category.ShouldBe("loyalty"),
            one => one.Origin.ShouldBe(DataOrigin.Observed),
            one => one.ValidToField.ShouldBeNull(),
            one => one.Fields.Select(field => field.Description).ShouldBe(["Known number.", "Member since."]),
            one => one.Fields[0].Category.ShouldBe("identity"));
    }

    internal static SettingsMap OwnSettings() => Settings.Map(
        ("database", Settings.Text("Data Source=test.db")),
        ("identities", Settings.List(Settings.Of("kind: membership; table: member; column: no; person: no"))),
        ("records", Settings.Map(("membership", Settings.Map(
            ("plural", Settings.Text("memberships")),
            ("description", Settings.Text("A membership.")),
            ("category", Settings.Text("club")),
            ("origin", Settings.Text("provided")),
            ("table", Settings.Text("member")),
            ("key", Settings.List(Settings.Text("no"), Settings.Text("club"))),
            ("person", Settings.Text("no")),
            ("fields", Settings.Map(
                ("number", Settings.Of("column: no; kind: text; description: The number.; identityKind: membership")),
                ("since", Settings.Of("column: since; kind: date; description: Member since.")))))))));

    private static IReadOnlyList<SettingsMistake> Mistakes(SettingsMap settings)
    {
        var reader = new MappingReader(SqlMeaning.Open);
        reader.Read(settings);
        return reader.Mistakes;
    }
}
