using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Crm;
using PersonalDataHub.Connectors.Tests.Crm;

namespace PersonalDataHub.Connectors.Tests.Sql.Writing;

public sealed class CrmRestrictionOnSqliteTests : CrmRestrictionTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());
}

public sealed class CrmRestrictionOnPostgreSqlTests(PostgreSqlServer server) : CrmRestrictionTests
{
    protected override async Task<TestDatabase> NewDatabaseAsync() => new PostgreSqlTestDatabase(await server.CreateDatabaseAsync());
}

public abstract class CrmRestrictionTests : WritingSuite
{
    private static readonly SubjectIdentity aino = new(IdentityKinds.CustomerNumber, "K-1", "crm");
    private static readonly RecordTarget customer = new("customer", "K-1");
    private static readonly RecordTarget note = new("serviceNote", "1");

    private CrmConnector crm = null!;

    protected override string Source => "crm";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.ExecuteAsync(CrmConnectorTests.People);
        crm = new(SettingsWith(), Time);
    }

    public override async ValueTask DisposeAsync()
    {
        crm?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    [Requirement("S2-68")]
    public async Task Restrict_Should_MarkAndReleaseTheRecords_When_TheirTablesHaveAFlag()
    {
        // arrange
        var before = await Database.RowsAsync("select * from customer");

        // act, assert
        (await RestrictAsync(crm, aino, true, customer, note)).ShouldAllBe(item => item is WriteDone);
        (await RestrictAsync(crm, aino, true, customer, note)).ShouldAllBe(item => item is WriteDone);
        (await RestrictedAsync()).ShouldBe(["customer K-1", "serviceNote 1"]);
        (await RestrictAsync(crm, aino, false, customer, note)).ShouldAllBe(item => item is WriteDone);
        (await Database.RowsAsync("select * from customer")).ShouldBe(before);
    }

    [Fact]
    public async Task Restrict_Should_SayWhatItCannot_When_TypeHasNoFlagOrAFieldIsNamed()
    {
        var items = await RestrictAsync(
            crm, aino, true, new("kinContact", "1"), customer with { Field = "language" }, new("customer", "K-2"), customer);

        items.Select(item => item.GetType()).ShouldBe(
            [typeof(WriteUnsupported), typeof(WriteUnsupported), typeof(WriteNotHeld), typeof(WriteDone)]);
        (await RestrictedAsync()).ShouldBe(["customer K-1"]);
    }

    [Fact]
    public async Task Restrict_Should_BeUnsupportedAndReadingWork_When_DatabaseHasNoFlag()
    {
        await Database.ExecuteAsync("alter table service_note drop column processing_restricted");
        using var without = new CrmConnector(SettingsWith("records/serviceNote/restricted"), Time);

        (await without.CheckAsync(new(), CancellationToken.None)).Failure.ShouldBeNull();
        (await RestrictAsync(without, aino, true, note)).ShouldHaveSingleItem().ShouldBeOfType<WriteUnsupported>();
        (await crm.CheckAsync(new(), CancellationToken.None)).Failure.ShouldNotBeNull().Message
            .ShouldContain("column processing_restricted of table service_note");
    }

    [Fact]
    public async Task Rectify_Should_StillWork_When_TheRecordIsRestricted()
    {
        await RestrictAsync(crm, aino, true, customer);

        await RectifyAsync(crm, aino, customer with { Field = "familyName" }, new TextValue("Virtanen"), new TextValue("Mäkelä"));

        (await FindAsync(crm, aino, customer)).ShouldNotBeNull().Restricted.ShouldBeTrue();
    }

    private async Task<IEnumerable<string>> RestrictedAsync() =>
        (await ReadAsync(crm, null, aino)).Records.Where(record => record.Restricted).Select(record => $"{record.RecordType} {record.Key}");
}
