using Npgsql;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Crm;
using PersonalDataHub.Connectors.Tests.Crm;

namespace PersonalDataHub.Connectors.Tests.Sql.Writing;

/// <summary>What only a server does: rights, and locks of single rows.</summary>
public sealed class PostgreSqlWritingTests(PostgreSqlServer server) : WritingSuite
{
    private static readonly SubjectIdentity aino = new(IdentityKinds.CustomerNumber, "K-1", "crm");
    private static readonly RecordTarget note = new("serviceNote", "1");

    protected override string Source => "crm";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.ExecuteAsync(CrmConnectorTests.People);
    }

    [Fact]
    public async Task Write_Should_BeConfigurationAndReadingWork_When_UserMayOnlyRead()
    {
        // arrange
        var role = $"reader-{Guid.NewGuid():N}";
        await Database.ExecuteAsync($"create role \"{role}\" login password 'reads'; grant select on all tables in schema public to \"{role}\"");
        using var crm = Connector(builder => (builder.Username, builder.Password) = (role, "reads"));

        // act
        var failure = await Should.ThrowAsync<SourceException>(() => EraseAsync(crm, aino, note));

        // assert
        failure.Kind.ShouldBe(FailureKind.Configuration);
        failure.Message.ShouldContain("Grant it the right");
        (await PreviewAsync(crm, aino, note)).ShouldBe([new WriteDone()]);
    }

    [Fact]
    public async Task Write_Should_BeConfiguration_When_ServerTakesNoChanges()
    {
        using var crm = Connector(builder => builder.Options = "-c default_transaction_read_only=on");

        (await Should.ThrowAsync<SourceException>(() => EraseAsync(crm, aino, note))).Kind.ShouldBe(FailureKind.Configuration);
    }

    [Fact]
    public async Task Write_Should_BeTransient_When_AnotherHoldsTheRowTooLong()
    {
        // arrange
        await using var other = new NpgsqlConnection($"{Database.ConnectionString};Pooling=false");
        await other.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await using var locking = new NpgsqlCommand("select * from service_note where id = 1 for update", other, transaction);
        await locking.ExecuteNonQueryAsync();
        using var crm = Connector(builder => builder.Options = "-c lock_timeout=200");

        // act, assert
        (await Should.ThrowAsync<SourceException>(() => EraseAsync(crm, aino, note))).Kind.ShouldBe(FailureKind.Transient);
        (await EraseAsync(crm, aino, new RecordTarget("serviceNote", "2"))).ShouldBe([new WriteDone()]);
    }

    [Fact]
    public async Task Erase_Should_FindThePerson_When_AnotherIdentityCannotBeOfItsColumnsType()
    {
        // An identity that does not fit breaks off PostgreSQL's transaction unless a savepoint is behind it.
        await Database.ExecuteAsync("alter table customer alter column identity_code type integer using 7");
        using var crm = Connector(_ => { });

        var items = (await crm.EraseAsync(
            new()
            {
                Task = new(Guid.NewGuid(), 1),
                Identities = [new(IdentityKinds.IdentityCode, "010170-901K", null), aino],
                Targets = [note],
            },
            CancellationToken.None)).Items;

        items.ShouldBe([new WriteDone()]);
        (await Database.RowsAsync("select id from service_note")).ShouldBe(["2"]);
    }

    protected override async Task<TestDatabase> NewDatabaseAsync() => new PostgreSqlTestDatabase(await server.CreateDatabaseAsync());

    private CrmConnector Connector(Action<NpgsqlConnectionStringBuilder> change)
    {
        var builder = new NpgsqlConnectionStringBuilder(Database.ConnectionString);
        change(builder);
        return new(SettingsWith("database", Settings.Text(builder.ConnectionString)), Time);
    }
}
