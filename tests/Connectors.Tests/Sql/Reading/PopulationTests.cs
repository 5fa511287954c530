using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Database;

namespace PersonalDataHub.Connectors.Tests.Sql.Reading;

public sealed class PopulationOnSqliteTests : PopulationTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());

    [Fact]
    public async Task ReadPopulation_Should_JudgeByTime_When_TextsOfDifferentOffsetsSortOtherwise()
    {
        // 00:30 in Helsinki on the 3rd is 21:30 on the 2nd by UTC: as texts they sort the wrong way round.
        await Database.ExecuteAsync("""
            update member set seen = '2023-11-03 00:30:00+03:00' where no = 'M-1';
            update member set seen = '2023-11-02 22:30:00+00:00' where no = 'M-2';
            update member set seen = '2024-01-01 00:00:00+00:00' where no = 'M-4';
            """);

        (await DueAsync("lastSeen", new(2023, 11, 2, 22, 0, 0, TimeSpan.Zero))).ShouldBe(["M-1"]);
    }
}

public sealed class PopulationOnPostgreSqlTests(PostgreSqlServer server) : PopulationTests
{
    protected override async Task<TestDatabase> NewDatabaseAsync() => new PostgreSqlTestDatabase(await server.CreateDatabaseAsync());
}

/// <summary>Moments, days, seconds and ends: the forms in which a database tells since when nobody has heard of a person.</summary>
public abstract class PopulationTests : SourceSuite
{
    private static readonly DateTimeOffset threeYearsAgo = new(2023, 11, 2, 0, 0, 0, TimeSpan.FromHours(2));
    private DatabaseConnector club = null!;

    protected override string Source => "crm";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.ExecuteAsync("""
            create table member (no text primary key, name text, seen timestamp with time zone);
            create table visit (id integer primary key, member text, at bigint, kind text);
            create table lease (id integer primary key, member text, ended_on date);
            insert into member values
                ('M-1', 'A', '2020-05-01 12:00:00+00:00'), ('M-2', 'B', '2020-05-01 12:00:00+00:00'),
                ('M-3', 'C', null), ('M-4', 'D', '2026-01-01 12:00:00+00:00'), ('M-5', null, '2020-05-01 12:00:00+00:00');
            insert into visit values
                (1, 'M-1', 1500000000, 'visit'), (2, 'M-2', 1500000000, 'visit'), (3, 'M-2', 1760000000, 'visit'),
                (4, 'M-3', 1500000000, 'visit'), (5, 'M-1', 1760000000, 'advertisement');
            insert into lease values
                (1, 'M-1', '2023-10-31'), (2, 'M-1', '2023-11-01'), (3, 'M-2', '2023-11-02'), (4, 'M-3', '2020-01-01'),
                (5, 'M-3', null), (6, 'M-4', '2022-12-31');
            """);
        club = NewConnector();
    }

    public override async ValueTask DisposeAsync()
    {
        club?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Describe_Should_TellTheAbility_When_PersonsHaveNumbers()
    {
        club.Describe().Abilities.Single(ability => ability.Ability == Ability.Population).Mode.ShouldBe(AbilityMode.Native);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public async Task ReadPopulation_Should_ListEverybodyOnce_When_ReadInPages(int pageSize) =>
        (await ListAsync(new() { PageSize = pageSize })).ShouldBe(["M-1", "M-2", "M-3", "M-4"]);

    [Fact]
    public async Task ReadPopulation_Should_GoOnBehindTheLast_When_PersonsComeAndGoBetweenPages()
    {
        var first = await club.ReadPopulationAsync(new() { PageSize = 2 }, CancellationToken.None);
        await Database.ExecuteAsync("delete from member where no = 'M-1'; insert into member values ('M-35', 'E', null)");

        var second = await club.ReadPopulationAsync(new() { PageSize = 9, PageToken = first.NextPageToken }, CancellationToken.None);

        second.Identities.Select(identity => identity.Value).ShouldBe(["M-3", "M-35", "M-4"]);
        second.Identities[0].ShouldBe(new SubjectIdentity(IdentityKinds.CustomerNumber, "M-3", "club"));
        second.NextPageToken.ShouldBeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task ReadPopulation_Should_ListWhoseLatestLiesBefore_When_AFactHasSeveralParts(int pageSize) =>
        // M-2's latest visit is younger, M-4 was seen lately; an advertisement that went to M-1 is no contact.
        (await DueAsync("lastContact", threeYearsAgo, pageSize)).ShouldBe(["M-1", "M-3"]);

    [Fact]
    public async Task ReadPopulation_Should_ListWhatEndedBefore_When_AFactHasAnEnd() =>
        // The last day counts in full; a lease without end goes on whatever others did.
        (await DueAsync("leaseInForce", threeYearsAgo)).ShouldBe(["M-1", "M-4"]);

    [Fact]
    public async Task ReadPopulation_Should_ListNobody_When_NothingHasAMoment()
    {
        await Database.ExecuteAsync("update lease set ended_on = null");

        (await DueAsync("leaseInForce", threeYearsAgo)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReadPopulation_Should_AgreeWithTheFacts_When_EachPersonIsAsked()
    {
        var due = await DueAsync("lastContact", threeYearsAgo);

        foreach (var person in (string[])["M-1", "M-2", "M-3", "M-4"])
        {
            var fact = (await club.ReadFactsAsync(
                new([new(IdentityKinds.CustomerNumber, person, "club")], ["lastContact"]), CancellationToken.None)).Facts[0];
            due.Contains(person).ShouldBe(fact.At < threeYearsAgo, person);
        }
    }

    [Fact]
    public async Task ReadPopulation_Should_RefuseTheToken_When_ItIsOfAnotherList()
    {
        var page = await club.ReadAsync(
            new()
            {
                Identities = [new(IdentityKinds.CustomerNumber, "M-2", "club")], RecordTypes = ["visit"], PageSize = 1,
            },
            CancellationToken.None);

        await Should.ThrowAsync<SourceException>(
            () => club.ReadPopulationAsync(new() { PageToken = page.NextPageToken }, CancellationToken.None));
    }

    [Fact]
    public async Task ReadPopulation_Should_RefuseToListEverybody_When_TheDateOfAFactIsMissing() =>
        (await Should.ThrowAsync<SourceException>(
            () => club.ReadPopulationAsync(new() { Fact = "lastContact" }, CancellationToken.None))).Kind.ShouldBe(FailureKind.System);

    [Fact]
    public async Task ReadPopulation_Should_SayWhatIsMissing_When_PersonsHaveNoNumber()
    {
        using var nameless = NewConnector("identities", Settings.List(Settings.Of("kind: email; table: member; column: name; person: no")));

        nameless.Describe().Abilities.Single(ability => ability.Ability == Ability.Population).Mode.ShouldBe(AbilityMode.Manual);
        (await Should.ThrowAsync<SourceException>(() => nameless.ReadPopulationAsync(new(), CancellationToken.None)))
            .Kind.ShouldBe(FailureKind.Configuration);
    }

    protected Task<List<string>> DueAsync(string fact, DateTimeOffset before, int pageSize = 100) =>
        ListAsync(new() { Fact = fact, Before = before, PageSize = pageSize });

    private async Task<List<string>> ListAsync(PopulationRequest request)
    {
        var persons = new List<string>();
        PopulationPage? page = null;
        do
        {
            page = await club.ReadPopulationAsync(request with { PageToken = page?.NextPageToken }, CancellationToken.None);
            page.Identities.Count.ShouldBeLessThanOrEqualTo(request.PageSize);
            persons.AddRange(page.Identities.Select(identity => identity.Value));
        }
        while (page.NextPageToken is not null);
        return persons;
    }

    private static SettingsMap Record(string plural, string table, string key, string person, string fields) => Settings.Map(
        ("plural", Settings.Text(plural)),
        ("description", Settings.Text("A record.")),
        ("category", Settings.Text("club")),
        ("origin", Settings.Text("provided")),
        ("table", Settings.Text(table)),
        ("key", Settings.Text(key)),
        ("person", Settings.Text(person)),
        ("fields", Settings.Map(("note", Settings.Of(fields)))));

    private DatabaseConnector NewConnector(string? path = null, SettingsNode? value = null)
    {
        var settings = Settings.Map(
            ("database", Settings.Text(Database.ConnectionString)),
            ("timeZone", Settings.Text("Europe/Helsinki")),
            ("identities", Settings.List(Settings.Of("kind: customerNumber; table: member; column: no; person: no"))),
            ("records", Settings.Map(
                ("visit", Record("visits", "visit", "id", "member", "column: kind; kind: text; description: Its kind.")),
                ("lease", Record("leases", "lease", "id", "member", "column: ended_on; kind: date; description: Its end.")),
                // A person without a name is an empty shell that nothing is known of.
                ("member", Record("members", "member", "no", "no", "column: name; kind: text; description: The name.")
                    .With("identifies", Settings.Text("true"))
                    .With("where", Settings.Map(("name", Settings.Of("empty: false"))))))),
            ("facts", Settings.Map(
                ("lastSeen", Settings.Of("record: member; at: seen")),
                ("leaseInForce", Settings.Of("record: lease; validTo: ended_on; at: ended_on")),
                ("lastContact", Settings.List(
                    Settings.Of("record: member; at: seen"),
                    Settings.Of("record: visit; at: at").With("where", Settings.Of("kind: visit")))))));
        return new(Settings.For("club", path is null ? settings : settings.With(path, value), Database.Folder.Path), Time);
    }
}
