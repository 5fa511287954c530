using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Database;

namespace PersonalDataHub.Connectors.Tests.Sql.Writing;

public sealed class OwnSchemaWritingOnSqliteTests : OwnSchemaWritingTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());
}

public sealed class OwnSchemaWritingOnPostgreSqlTests(PostgreSqlServer server) : OwnSchemaWritingTests
{
    protected override async Task<TestDatabase> NewDatabaseAsync() => new PostgreSqlTestDatabase(await server.CreateDatabaseAsync());

    [Fact]
    public async Task Rectify_Should_SayThatTheColumnRounds_When_ItHoldsFewerDigits()
    {
        await Database.ExecuteAsync("alter table member alter column fee type numeric(6, 2)");

        (await RectifyAsync(Club, Mari, Target("fee"), new DecimalValue(12.5m), new DecimalValue(12.345m)))
            .ShouldBeOfType<WriteUnsupported>().Reason.ShouldContain("rounds");
        (await RectifyAsync(Club, Mari, Target("fee"), new DecimalValue(12.5m), new DecimalValue(99999m)))
            .ShouldBeOfType<WriteUnsupported>().Reason.ShouldContain("refuses");
    }
}

/// <summary>A schema that nobody foresaw: local times, yes and no in letters, numbers of seconds, a key of two columns, rows that stay.</summary>
public abstract class OwnSchemaWritingTests : WritingSuite
{
    private DatabaseConnector? club;

    protected override string Source => "crm";

    private protected DatabaseConnector Club => club!;

    protected static SubjectIdentity Mari { get; } = new("membership", "M-1", "club");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.ExecuteAsync("""
            create table member (
                no text not null, club text not null, name text not null, note text, fee numeric, visits integer, active text,
                since date, seen timestamp, trained bigint, length text, flag text default 'N', primary key (no, club));
            insert into member values
                ('M-1', 'A/1', 'Mari', 'Plays.', 12.5, 3, 'Y', '2020-01-01', '2026-07-01 12:00:00', 1782900000, 'PT1H', 'N'),
                ('M-2', 'A/1', 'Olli', 'Sings.', 10.25, 4, 'N', '2021-01-01', '2026-01-01 12:00:00', 1782900000, 'PT2H', 'N'),
                ('M-1', 'B', 'Mari', null, null, null, null, null, null, null, null, 'N');
            """);
        club = NewSource();
    }

    public override async ValueTask DisposeAsync()
    {
        club?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public static TheoryData<string, FieldValue?, FieldValue, string> Kinds => new()
    {
        { "note", new TextValue("Plays."), new TextValue("Plays; \"sings\" 'too' – ǩ"), "Plays; \"sings\" 'too' – ǩ" },
        { "visits", new IntegerValue(3), new IntegerValue(-7), "-7" },
        { "active", new BooleanValue(true), new BooleanValue(false), "N" },
        { "seen", new InstantValue(new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero)), new InstantValue(new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero)), "2026-12-01 11:00:00" },
        { "trained", new InstantValue(DateTimeOffset.FromUnixTimeSeconds(1782900000)), new InstantValue(DateTimeOffset.FromUnixTimeSeconds(1782900060)), "1782900060" },
        { "length", new DurationValue(TimeSpan.FromHours(1)), new DurationValue(TimeSpan.FromMinutes(90)), "PT1H30M" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Rectify_Should_WriteAsTheColumnDoes_When_ItHoldsValuesInAFormOfItsOwn(
        string field, FieldValue? held, FieldValue value, string written)
    {
        (await RectifyAsync(Club, Mari, Target(field), held, value)).ShouldBe(new WriteDone());

        (await ValueOfAsync(field)).ShouldBe(value);
        var column = Database is SqliteTestDatabase || field != "seen" ? field : "to_char(seen, 'YYYY-MM-DD HH24:MI:SS')";
        (await Database.RowsAsync($"select {column} from member where no = 'M-1' and club = 'A/1'")).ShouldBe([written]);
    }

    [Theory]
    [InlineData("active")]
    [InlineData("trained")]
    [InlineData("seen")]
    [InlineData("fee")]
    public async Task Rectify_Should_WriteAsOtherRowsDo_When_TheColumnIsEmpty(string field)
    {
        FieldValue value = field switch
        {
            "active" => new BooleanValue(true),
            "fee" => new DecimalValue(12.30m),
            _ => new InstantValue(new(2026, 10, 5, 6, 7, 8, TimeSpan.Zero)),
        };

        (await RectifyAsync(Club, Mari, new("membership", "M-1/B", field), null, value)).ShouldBe(new WriteDone());

        var types = Database is SqliteTestDatabase ? "typeof" : "pg_typeof";
        (await Database.RowsAsync($"select distinct {types}({field}) from member where no = 'M-1'")).Count.ShouldBe(1);
        (await ValueOfAsync(field, "M-1/B")).ShouldBe(value);
    }

    [Fact]
    public async Task Erase_Should_LeaveAShellThatIsNotRead_When_RowsAreKept()
    {
        // arrange
        var others = await Database.RowsAsync("select * from member where no <> 'M-1' or club <> 'A/1'");

        // act
        var items = await EraseAsync(Club, Mari, new RecordTarget("membership", "M-1/A%2F1"));
        var again = await EraseAsync(Club, Mari, new RecordTarget("membership", "M-1/A%2F1"));

        // assert
        items.ShouldBe([new WriteDone()]);
        again.ShouldBe([new WriteDone()]);
        (await Database.RowsAsync("select * from member where no = 'M-1' and club = 'A/1'")).ShouldBe(["M-1|A/1|(erased)|||||||||N"]);
        (await ReadMembersAsync()).Select(record => record.Key).ShouldBe(["M-1/B"]);
        (await Database.RowsAsync("select * from member where no <> 'M-1' or club <> 'A/1'")).ShouldBe(others);
    }

    [Fact]
    public async Task Read_Should_CountShellsNowhere_When_PagesAreSmall()
    {
        await EraseAsync(Club, Mari, new RecordTarget("membership", "M-1/A%2F1"));

        var page = await club!.ReadAsync(
            new() { Identities = [Mari], RecordTypes = ["membership"], PageSize = 1 }, CancellationToken.None);

        (page.Total, page.NextPageToken).ShouldBe((1L, null));
    }

    [Fact]
    public async Task Check_Should_NameTheColumn_When_AShellCouldNotBeEmptied()
    {
        using var full = NewSource("records/membership/fields/name/erase");

        (await full.CheckAsync(new(), CancellationToken.None)).Failure.ShouldNotBeNull().Message.ShouldContain("name of table member");
    }

    [Fact]
    public async Task Erase_Should_NotFindTheRow_When_TheKeyIsOfOneColumnOnly() =>
        (await EraseAsync(Club, Mari, new RecordTarget("membership", "M-1"))).ShouldBe([new WriteDone()]);

    [Fact]
    public async Task Restrict_Should_WriteTheFlagAsTheColumnDoes_When_ItIsALetter()
    {
        (await RestrictAsync(Club, Mari, true, new RecordTarget("membership", "M-1/B"))).ShouldBe([new WriteDone()]);

        (await Database.RowsAsync("select flag from member where club = 'B'")).ShouldBe(["Y"]);
        (await ReadMembersAsync()).Single(record => record.Key == "M-1/B").Restricted.ShouldBeTrue();
    }

    protected static RecordTarget Target(string field) => new("membership", "M-1/A%2F1", field);

    private static SettingsMap Field(string column, string kind) =>
        Settings.Of($"column: {column}; kind: {kind}; description: The {column}.");

    private async Task<IReadOnlyList<PersonalRecord>> ReadMembersAsync() => (await club!.ReadAsync(
        new() { Identities = [Mari], RecordTypes = ["membership"] }, CancellationToken.None)).Records;

    private async Task<FieldValue?> ValueOfAsync(string field, string key = "M-1/A%2F1")
    {
        var position = club!.Describe().RecordTypes[0].Fields.Index().Single(candidate => candidate.Item.Name == field).Index;
        return (await ReadMembersAsync()).Single(record => record.Key == key).Values[position];
    }

    private DatabaseConnector NewSource(string? without = null)
    {
        var settings = Settings.Map(
            ("database", Settings.Text(Database.ConnectionString)),
            ("timeZone", Settings.Text("Europe/Helsinki")),
            ("identities", Settings.List(Settings.Of("kind: membership; table: member; column: no; person: no"))),
            ("records", Settings.Map(("membership", Settings.Map(
                ("plural", Settings.Text("memberships")),
                ("description", Settings.Text("A membership.")),
                ("category", Settings.Text("club")),
                ("origin", Settings.Text("provided")),
                ("table", Settings.Text("member")),
                ("key", Settings.List(Settings.Text("no"), Settings.Text("club"))),
                ("person", Settings.Text("no")),
                ("correct", Settings.Text("yes")),
                ("restricted", Settings.Text("flag")),
                ("erase", Settings.Text("empty")),
                ("fields", Settings.Map(
                    ("number", Field("no", "text")),
                    ("name", Field("name", "text").With("erase", Settings.Of("text: (erased)"))),
                    ("note", Field("note", "text")),
                    ("fee", Field("fee", "decimal")),
                    ("visits", Field("visits", "integer")),
                    ("active", Field("active", "boolean")),
                    ("since", Field("since", "date")),
                    ("seen", Field("seen", "instant")),
                    ("trained", Field("trained", "instant")),
                    ("length", Field("length", "duration")))))))));
        return new(
            Settings.For("club", without is null ? settings : settings.With(without, null), Database.Folder.Path), Time);
    }
}
