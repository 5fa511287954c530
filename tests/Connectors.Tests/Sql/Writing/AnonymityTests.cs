using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Database;

namespace PersonalDataHub.Connectors.Tests.Sql.Writing;

public sealed class AnonymityOnSqliteTests : AnonymityTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());
}

public sealed class AnonymityOnPostgreSqlTests(PostgreSqlServer server) : AnonymityTests
{
    protected override async Task<TestDatabase> NewDatabaseAsync() => new PostgreSqlTestDatabase(await server.CreateDatabaseAsync());
}

/// <summary>A record made anonymous stays for statistics, and nothing of it leads to the person any more.</summary>
public abstract class AnonymityTests : WritingSuite
{
    private static readonly SubjectIdentity mari = new("membership", "M-1", "gym");
    private static readonly RecordTarget visit = new("visit", "1");

    private DatabaseConnector? gym;

    protected override string Source => "crm";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.ExecuteAsync("""
            create table visit (
                id integer primary key, member text, day date not null, minutes integer, coach text not null, remark text, device text);
            create table visit_exercise (visit_id integer not null, place integer not null, name text not null);
            insert into visit values
                (1, 'M-1', '2026-03-01', 55, 'Olli', 'Knee hurts.', 'aa:bb'), (2, 'M-2', '2026-03-01', 40, 'Olli', null, 'cc:dd');
            insert into visit_exercise values (1, 1, 'Rowing'), (2, 1, 'Cycling');
            """);
        gym = NewSource();
    }

    public override async ValueTask DisposeAsync()
    {
        gym?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    [Requirement("S1-57")]
    [Requirement("S2-76")]
    public async Task Erase_Should_KeepOnlyWhatLeadsToNobody_When_TheRecordIsMadeAnonymous()
    {
        // act
        var preview = await AnonymiseAsync(gym!.PreviewErasureAsync);
        var items = await AnonymiseAsync(gym.EraseAsync);
        var again = await AnonymiseAsync(gym.EraseAsync);

        // assert
        (preview, items, again).ShouldBe((new WriteDone(), new WriteDone(), new WriteDone()));
        (await ReadAsync(gym, null, mari)).Records.ShouldBeEmpty();
        (await Database.RowsAsync("select minutes, coach, remark, device, member from visit where id <> 2")).ShouldHaveSingleItem()
            .ShouldBe((await Database.RowsAsync("select 55, '(erased)', null, null, null")).Single());
        (await Database.RowsAsync("select id from visit where id in (1)")).ShouldBeEmpty();
        (await Database.RowsAsync("select visit_id from visit_exercise")).ShouldBe(["2"]);
        (await Database.RowsAsync("select member from visit where id = 2")).ShouldBe(["M-2"]);
    }

    [Fact]
    public async Task Erase_Should_DeleteTheRow_When_NobodyAskedForAnonymity()
    {
        (await EraseAsync(gym!, mari, visit)).ShouldBe([new WriteDone()]);

        (await Database.RowsAsync("select id from visit")).ShouldBe(["2"]);
    }

    [Fact]
    public async Task Erase_Should_AlwaysMakeAnonymous_When_TheSettingsSaySo()
    {
        using var source = NewSource(("erase", Settings.Text("anonymise")));

        (await EraseAsync(source, mari, visit)).ShouldBe([new WriteDone()]);

        (await Database.RowsAsync("select minutes from visit order by minutes")).ShouldBe(["40", "55"]);
        (await Database.RowsAsync("select id from visit where member = 'M-1'")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Preview_Should_NameTheColumn_When_ItMayNotBeEmpty()
    {
        using var source = NewSource(("anonymise", Settings.List(Settings.Text("minutes"))));

        (await AnonymiseAsync(source.PreviewErasureAsync)).ShouldBeOfType<WriteUnsupported>().Reason.ShouldContain("day");
    }

    [Fact]
    public void Describe_Should_TellWhichRecordsItCanMakeAnonymous_When_TheSettingsNameWhatStays() =>
        gym!.Describe().Abilities.Where(ability => ability.Ability == Ability.Anonymisation).ShouldHaveSingleItem().RecordTypes.ShouldBe(["visit"]);

    [Theory]
    [InlineData("anonymise", "member")]
    [InlineData("anonymise", "exercises")]
    [InlineData("anonymise", "nothing")]
    public void Validate_Should_Refuse_When_WhatStaysLeadsToThePersonOrIsNotThere(string setting, string field) =>
        new DatabaseSettingsValidator().Validate(Settings.For("gym", Map((setting, Settings.List(Settings.Text(field)))), Database.Folder.Path))
            .ShouldHaveSingleItem().Path.ShouldBe("records/visit/anonymise");

    private static async Task<WriteItem> AnonymiseAsync(Func<ErasureRequest, CancellationToken, Task<WriteResult>> call) =>
        (await call(
            new() { Task = new(Guid.CreateVersion7(), 1), Identities = [mari], Targets = [visit], Anonymised = [visit] },
            TestContext.Current.CancellationToken)).Items.ShouldHaveSingleItem();

    private static SettingsMap Field(string column, string kind) => Settings.Of($"column: {column}; kind: {kind}; description: The {column}.");

    private SettingsMap Map(params (string Name, SettingsNode Value)[] changes)
    {
        var record = Settings.Map(
            ("plural", Settings.Text("visits")),
            ("description", Settings.Text("A visit.")),
            ("category", Settings.Text("gym")),
            ("origin", Settings.Text("observed")),
            ("table", Settings.Text("visit")),
            ("key", Settings.Text("id")),
            ("person", Settings.Text("member")),
            ("erase", Settings.Text("delete")),
            ("anonymise", Settings.List(Settings.Text("day"), Settings.Text("minutes"))),
            ("fields", Settings.Map(
                ("member", Field("member", "text").With("identityKind", Settings.Text("membership"))),
                ("day", Field("day", "date")),
                ("minutes", Field("minutes", "integer")),
                ("coach", Field("coach", "text").With("erase", Settings.Of("text: (erased)"))),
                ("remark", Field("remark", "text")),
                ("exercises", Settings.Of("kind: list; itemKind: text; description: The exercises.; table: visit_exercise; parent: visit_id; order: place; column: name")))));
        foreach (var (name, value) in changes)
        {
            record = record.With(name, value);
        }

        return Settings.Map(
            ("database", Settings.Text(Database.ConnectionString)),
            ("identities", Settings.List(Settings.Of("kind: membership; table: visit; column: member; person: member"))),
            ("records", Settings.Map(("visit", record))));
    }

    private DatabaseConnector NewSource(params (string Name, SettingsNode Value)[] changes) =>
        new(Settings.For("gym", Map(changes), Database.Folder.Path), Time);
}
