using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Crm;
using PersonalDataHub.Connectors.Tests.Crm;

namespace PersonalDataHub.Connectors.Tests.Sql.Writing;

public sealed class CrmErasureOnSqliteTests : CrmErasureTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());
}

public sealed class CrmErasureOnPostgreSqlTests(PostgreSqlServer server) : CrmErasureTests
{
    protected override async Task<TestDatabase> NewDatabaseAsync() => new PostgreSqlTestDatabase(await server.CreateDatabaseAsync());
}

public abstract class CrmErasureTests : WritingSuite
{
    private static readonly SubjectIdentity aino = new(IdentityKinds.CustomerNumber, "K-1", "crm");
    private static readonly string[] tables =
    [
        "customer", "former_name", "email", "phone", "postal_address", "next_of_kin", "company_role", "marketing_permission",
        "service_note", "change_history",
    ];

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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Requirement("S0-50")]
    public async Task Erase_Should_LeaveNothingOfThePersonAndAllOfOthers_When_EverythingIsNamedInAnyOrder(bool reversed)
    {
        // arrange
        var targets = await EverythingAsync(crm, aino);
        var others = await OthersAsync("customer_id", "K-1", tables);

        // act
        var items = await EraseAsync(crm, aino, reversed ? [.. targets.Reverse()] : targets);

        // assert
        items.Count.ShouldBe(12);
        items.ShouldAllBe(item => item is WriteDone);
        (await ReadAsync(crm, null, aino)).Records.ShouldBeEmpty();
        (await OthersAsync("customer_id", "nobody", tables)).ShouldBe(others);
    }

    [Fact]
    public async Task Erase_Should_AnswerTheSame_When_TheCallIsRepeated()
    {
        var targets = await EverythingAsync(crm, aino);
        await EraseAsync(crm, aino, targets);

        (await EraseAsync(crm, aino, targets)).ShouldAllBe(item => item is WriteDone);
        (await PreviewAsync(crm, aino, targets)).ShouldAllBe(item => item is WriteDone);
    }

    [Fact]
    public async Task Preview_Should_AnswerWithoutChanging_When_EverythingIsNamed()
    {
        var before = await OthersAsync("customer_id", "nobody", tables);

        (await PreviewAsync(crm, aino, await EverythingAsync(crm, aino))).ShouldAllBe(item => item is WriteDone);

        (await OthersAsync("customer_id", "nobody", tables)).ShouldBe(before);
    }

    [Fact]
    public async Task Erase_Should_NotTouchTheRecord_When_ItIsSomebodyElses()
    {
        var before = await OthersAsync("customer_id", "nobody", tables);

        var items = await EraseAsync(crm, aino, new("customer", "K-2"), new("emailAddress", "3"), new("phoneNumber", "2", "number"));

        items.ShouldAllBe(item => item is WriteNotHeld);
        (await OthersAsync("customer_id", "nobody", tables)).ShouldBe(before);
    }

    [Fact]
    public async Task Erase_Should_EmptyTheFieldsOnly_When_FieldsAreNamed()
    {
        var customer = new RecordTarget("customer", "K-1");

        var items = await EraseAsync(
            crm,
            aino,
            customer with { Field = "identityCode" },
            customer with { Field = "familyName" },
            customer with { Field = "customerNumber" },
            new("changeEntry", "1", "oldValue"),
            new("companyRole", "1", "companyName"));

        items.Select(item => item.GetType()).ShouldBe(
            [typeof(WriteDone), typeof(WriteDone), typeof(WriteUnsupported), typeof(WriteDone), typeof(WriteUnsupported)]);
        var record = (await FindAsync(crm, aino, customer)).ShouldNotBeNull();
        record.Values.Select(Plain).ShouldBe(["K-1", null, "Aino Maria", "Ainski", null, new DateOnly(1970, 1, 1), "fi"]);
    }

    [Fact]
    public async Task Erase_Should_TakeTheRow_When_ItsOnlyContentIsNamedOrEveryFieldIs()
    {
        var role = new RecordTarget("companyRole", "1");
        string[] held = ["companyName", "task", "position", "validFrom"];

        var items = await EraseAsync(
            crm, aino, [new("emailAddress", "1", "address"), new("postalAddress", "1", "address"), .. held.Select(field => role with { Field = field })]);

        items.ShouldAllBe(item => item is WriteDone);
        (await Database.RowsAsync("select id from email where customer_id = 'K-1'")).ShouldBe(["2"]);
        (await Database.RowsAsync("select id from postal_address")).ShouldBeEmpty();
        (await Database.RowsAsync("select id from company_role where customer_id = 'K-1'")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Erase_Should_EmptyWhatItMayAndSayWhatStands_When_OtherRowsReferToTheRecord()
    {
        var items = await EraseAsync(crm, aino, new RecordTarget("customer", "K-1"), new("phoneNumber", "1"));

        items[0].ShouldBeOfType<WriteUnsupported>().Reason.ShouldContain("Other rows");
        items[1].ShouldBe(new WriteDone());
        (await Database.RowsAsync("select customer_id, family_name, given_names, identity_code, birth_date from customer where customer_id = 'K-1'"))
            .ShouldBe(["K-1|(erased)|(erased)||"]);
    }

    [Fact]
    public async Task Erase_Should_BeUnsupported_When_SettingsDoNotMapIt()
    {
        using var silent = new CrmConnector(SettingsWith("records/serviceNote/erase"), Time);

        (await EraseAsync(silent, aino, new RecordTarget("serviceNote", "1"), new("unknown", "1")))
            .ShouldAllBe(item => item is WriteUnsupported);
        (await Database.RowsAsync("select id from service_note")).Count.ShouldBe(2);
    }
}
