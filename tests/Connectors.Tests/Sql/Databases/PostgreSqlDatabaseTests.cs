using Npgsql;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Database;
using PersonalDataHub.Connectors.Tests.Sql.Mapping;

namespace PersonalDataHub.Connectors.Tests.Sql.Databases;

public sealed class PostgreSqlDatabaseTests(PostgreSqlServer server) : IAsyncLifetime
{
    private PostgreSqlTestDatabase database = null!;

    public async ValueTask InitializeAsync()
    {
        database = new(await server.CreateDatabaseAsync());
        await database.ExecuteAsync("create table member (no integer, club text, since date, primary key (no, club))");
        await database.ExecuteAsync("insert into member values (7, 'A', 'infinity'), (7, 'B', '2020-01-01')");
    }

    public ValueTask DisposeAsync() => database?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Read_Should_FindThePerson_When_NumbersAreIntegers()
    {
        using var source = NewSource(database.ConnectionString);

        var page = await ReadAsync(source, "7");

        page.Records.Select(record => record.Key).ShouldBe(["7/A", "7/B"]);
        page.Records[0].FoundBy.ShouldBe([0]);
        page.Records[0].Values[1].ShouldBeNull();
        page.Gaps.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("seven")]
    [InlineData("99999999999999999999")]
    public async Task Read_Should_FindNobody_When_NumberCannotBeOfTheColumnsType(string number)
    {
        using var source = NewSource(database.ConnectionString);

        (await ReadAsync(source, number)).Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_Should_BeConfigurationWithoutThePassword_When_ItIsRefused()
    {
        var failure = await FailureAsync(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Password = "open-sesame" }.ConnectionString);

        failure.Kind.ShouldBe(FailureKind.Configuration);
        failure.Message.ShouldContain("refuses the user or the password");
        failure.Message.ShouldNotContain("sesame");
    }

    [Fact]
    public async Task Check_Should_BeConfiguration_When_NoPasswordIsGiven() =>
        (await FailureAsync(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Password = null }.ConnectionString))
            .Kind.ShouldBe(FailureKind.Configuration);

    [Fact]
    public async Task Check_Should_BeConfiguration_When_DatabaseIsMissing() =>
        (await FailureAsync(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "none" }.ConnectionString))
            .Message.ShouldContain("no such database");

    [Fact]
    public async Task Check_Should_BeTransient_When_NobodyListens()
    {
        var failure = await FailureAsync(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Port = 1 }.ConnectionString);

        failure.Kind.ShouldBe(FailureKind.Transient);
        failure.Message.ShouldContain("does not answer");
    }

    [Fact]
    public async Task Check_Should_NameTheTable_When_UserMayNotReadIt()
    {
        await database.ExecuteAsync($"create role \"reader-{database.GetHashCode()}\" login password 'reads'");
        var user = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = $"reader-{database.GetHashCode()}", Password = "reads" };

        var failure = await FailureAsync(user.ConnectionString);

        failure.Kind.ShouldBe(FailureKind.Configuration);
        failure.Message.ShouldContain("does not let the hub read: table member");
    }

    [Fact]
    public async Task Check_Should_TellNamesApartByCase_When_TheyAreQuoted()
    {
        await database.ExecuteAsync("alter table member rename column since to \"Since\"");

        (await FailureAsync(database.ConnectionString)).Message.ShouldContain("column since of table member");
    }

    [Fact]
    public async Task Read_Should_UseTheSchema_When_TableNamesOne()
    {
        await database.ExecuteAsync("create schema club; alter table member set schema club");
        var settings = MappingReaderTests.OwnSettings()
            .With("records/membership/table", Settings.Text("club.member"))
            .With("identities", Settings.List(Settings.Of("kind: membership; table: club.member; column: no; person: no")));
        using var source = NewSource(database.ConnectionString, settings);

        (await source.CheckAsync(new(), CancellationToken.None)).Failure.ShouldBeNull();
        (await ReadAsync(source, "7")).Records.Count.ShouldBe(2);
    }

    private static Task<ReadPage> ReadAsync(DatabaseConnector source, string number) => source.ReadAsync(
        new() { Identities = [new("membership", number, "club")], RecordTypes = ["membership"] }, CancellationToken.None);

    private static async Task<SourceFailure> FailureAsync(string connectionString)
    {
        using var source = NewSource($"{connectionString};Pooling=false");
        return (await source.CheckAsync(new(), CancellationToken.None)).Failure.ShouldNotBeNull();
    }

    private static DatabaseConnector NewSource(string connectionString, SettingsMap? settings = null) => new(
        Settings.For("club", (settings ?? MappingReaderTests.OwnSettings()).With("database", Settings.Text(connectionString)), "/"),
        new TestTimeProvider());
}
