using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Crm;
using PersonalDataHub.Connectors.Tests.Sql;

namespace PersonalDataHub.Connectors.Tests.Crm;

public sealed class CrmOnSqliteTests : CrmConnectorTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());
}

public sealed class CrmOnPostgreSqlTests(PostgreSqlServer server) : CrmConnectorTests
{
    protected override async Task<TestDatabase> NewDatabaseAsync() => new PostgreSqlTestDatabase(await server.CreateDatabaseAsync());
}

public abstract class CrmConnectorTests : SourceSuite
{
    // Two persons whose identity codes differ by the sign only, who share a mailbox and had the same phone in turn.
    internal const string People = """
        insert into customer values
            ('K-1', 'Virtanen', 'Aino Maria', 'Ainski', '010170-901K', '1970-01-01', 'fi', '2019-03-01 12:00:00+02', '2026-01-15 10:00:00+02', '0'),
            ('K-2', 'Korhonen', 'Eero', null, '010170Y901K', '1970-01-01', null, '2020-03-01 12:00:00+02', '2026-01-15 10:00:00+02', '0'),
            ('K-3', 'Nieminen', 'Liisa', null, null, null, '', '2020-03-01 12:00:00+02', '2026-01-15 10:00:00+02', '0');
        insert into former_name values (1, 'K-1', 'Laine', '2001-06-30', '2019-03-01 12:00:00+02');
        insert into email values
            (1, 'K-1', 'Aino.Virtanen@Example.org', '0', '2019-03-01', null, '2026-01-15 10:00:00+02', '0'),
            (2, 'K-1', 'perhe@example.org', '1', null, null, '2026-01-15 10:00:00+02', '0'),
            (3, 'K-2', 'perhe@example.org', '1', null, null, '2026-01-15 10:00:00+02', '0');
        insert into phone values
            (1, 'K-1', '+358400000001', '2019-03-01', '2025-06-30', '2026-01-15 10:00:00+02', '0'),
            (2, 'K-2', '+358400000001', '2025-07-01', null, '2026-01-15 10:00:00+02', '0');
        insert into postal_address values (1, 'K-1', null, 'Esimerkkikatu 1 A 2', '00100', 'Helsinki', 'FI', '2026-01-15 10:00:00+02', '0');
        insert into next_of_kin values (1, 'K-1', 'Matti Virtanen', 'spouse', '+358400000009', '2026-01-15 10:00:00+02');
        insert into company_role values
            (1, 'K-1', 'Esimerkki Oy', null, 'procurement', 'buyer', '2020-01-01', null, '2026-01-15 10:00:00+02'),
            (2, 'K-2', 'Esimerkki Oy', null, null, null, '2018-01-01', '2019-12-31', '2026-01-15 10:00:00+02');
        insert into marketing_permission values (1, 'K-1', 'email', '0', '2024-05-01 09:00:00+03', '0');
        insert into service_note values
            (1, 'K-1', '2025-11-03 14:30:00+02', 'agent 7', 'Asked about an invoice.', '0'),
            (2, 'K-1', '2026-10-30 14:30:00+02', 'agent 7', 'Asked again.', '0');
        insert into change_history values (1, 'K-1', '2024-02-02 08:00:00+02', 'agent 7', 'family_name', 'Laine', 'Virtanen');
        """;

    private CrmConnector crm = null!;

    protected override string Source => "crm";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.ExecuteAsync(People);
        crm = new(SettingsWith(), Time);
    }

    public override async ValueTask DisposeAsync()
    {
        crm?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Validate_Should_FindNothing_When_SettingsAreTheShippedOnes() =>
        new CrmSettingsValidator().Validate(SettingsWith()).ShouldBeEmpty();

    [Fact]
    public async Task Check_Should_BeFit_When_DatabaseHasTheMappedShape()
    {
        var result = await crm.CheckAsync(new(), CancellationToken.None);

        result.Failure.ShouldBeNull();
        result.Remarks.ShouldHaveSingleItem().ShouldMatch("^(SQLite 3|PostgreSQL 1)");
    }

    [Fact]
    public async Task Check_Should_NameEverythingMissing_When_DatabaseHasAnotherShape()
    {
        await Database.ExecuteAsync(
            "drop table change_history; alter table customer rename column birth_date to born; alter table customer rename column language to tongue;");

        var failure = (await crm.CheckAsync(new(), CancellationToken.None)).Failure.ShouldNotBeNull();

        failure.Kind.ShouldBe(FailureKind.Configuration);
        failure.Message.ShouldContain("table change_history; columns birth_date, language of table customer.");
    }

    [Fact]
    public async Task Read_Should_GiveEveryRecord_When_AskedByCustomerNumber()
    {
        var page = await ReadAsync(crm, null, Number("K-1"));

        page.Records.Select(record => record.RecordType).ShouldBe(
        [
            "customer", "formerName", "emailAddress", "emailAddress", "phoneNumber", "postalAddress", "kinContact",
            "companyRole", "marketingPermission", "serviceNote", "serviceNote", "changeEntry",
        ]);
        page.Total.ShouldBe(12);
        page.NextPageToken.ShouldBeNull();
        page.Gaps.ShouldBeEmpty();
        page.AsOf.ShouldBe(Time.GetUtcNow());
    }

    [Fact]
    public async Task Read_Should_GiveTypedValues_When_DatabaseHoldsThem()
    {
        var page = await ReadAsync(crm, null, Number("K-1"));

        var customer = page.Records[0];
        Value(crm, customer, "familyName").ShouldBe("Virtanen");
        Value(crm, customer, "birthDate").ShouldBe(new DateOnly(1970, 1, 1));
        customer.StoredAt.ShouldBe(new DateTimeOffset(2019, 3, 1, 12, 0, 0, TimeSpan.FromHours(2)));
        customer.ObservedAt.ShouldBe(new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.FromHours(2)));
        Value(crm, Only(page, "marketingPermission"), "allowed").ShouldBe(false);
        Value(crm, Only(page, "postalAddress"), "address").ShouldBe(new object?[] { null, "Esimerkkikatu 1 A 2", "00100", "Helsinki", "FI" });
    }

    [Fact]
    public async Task Read_Should_GiveNull_When_TextIsEmptyOrMissing()
    {
        var customer = Only(await ReadAsync(crm, null, Number("K-3")), "customer");

        Value(crm, customer, "language").ShouldBeNull();
        Value(crm, customer, "identityCode").ShouldBeNull();
    }

    [Fact]
    public async Task Read_Should_TellOnePersonFromTheOther_When_IdentityCodesDifferByTheSignOnly()
    {
        var page = await ReadAsync(crm, ["customer"], new SubjectIdentity(IdentityKinds.IdentityCode, "010170Y901K", null));

        page.Records.Select(record => record.Key).ShouldBe(["K-2"]);
    }

    [Fact]
    public async Task Read_Should_IgnoreCase_When_AskedByEmail()
    {
        var page = await ReadAsync(crm, ["customer"], Email("aino.virtanen@example.ORG"));

        page.Records.Select(record => record.Key).ShouldBe(["K-1"]);
    }

    [Fact]
    public async Task Read_Should_TellWhichIdentityFoundWhom_When_SeveralPersonsShareOne()
    {
        var page = await ReadAsync(crm, ["customer"], Number("K-1"), Email("perhe@example.org"), Number("K-9"));

        page.Records.Select(record => (record.Key, string.Join(',', record.FoundBy))).ShouldBe([("K-1", "0,1"), ("K-2", "1")]);
    }

    [Fact]
    public async Task Read_Should_FindWhoeverHeldTheNumberThen_When_PhoneWasPassedOn()
    {
        var before = new SubjectIdentity(IdentityKinds.Phone, "+358400000001", null, ValidTo: new DateOnly(2025, 6, 30));
        var after = new SubjectIdentity(IdentityKinds.Phone, "+358400000001", null, ValidFrom: new DateOnly(2025, 7, 1));
        var ever = new SubjectIdentity(IdentityKinds.Phone, "+358400000001", null);

        (await ReadAsync(crm, ["customer"], before)).Records.Select(record => record.Key).ShouldBe(["K-1"]);
        (await ReadAsync(crm, ["customer"], after)).Records.Select(record => record.Key).ShouldBe(["K-2"]);
        (await ReadAsync(crm, ["customer"], ever)).Records.Select(record => record.Key).ShouldBe(["K-1", "K-2"]);
    }

    [Fact]
    public async Task Read_Should_FindNobody_When_NumberIsAnotherSources()
    {
        var page = await ReadAsync(crm, null, new SubjectIdentity(IdentityKinds.CustomerNumber, "K-1", "billing"));

        page.Records.ShouldBeEmpty();
        page.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Read_Should_FindWhatWasLeftBehind_When_CustomerRowIsGone()
    {
        await Database.ExecuteAsync("insert into service_note select 9, 'K-1', written_at, author, body, '0' from service_note where id = 1");
        await Database.ExecuteAsync(Database is SqliteTestDatabase
            ? "pragma foreign_keys = off; delete from customer where customer_id = 'K-1'"
            : "alter table service_note drop constraint service_note_customer_id_fkey; delete from service_note where id < 9; "
              + "truncate former_name, email, phone, postal_address, next_of_kin, company_role, marketing_permission, change_history; "
              + "delete from customer where customer_id = 'K-1'");

        var page = await ReadAsync(crm, ["customer", "serviceNote"], Number("K-1"));

        page.Records.ShouldContain(record => record.RecordType == "serviceNote" && record.Key == "9");
        page.Records.ShouldNotContain(record => record.RecordType == "customer");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(12)]
    public async Task Read_Should_GiveTheSameRecords_When_ReadInPages(int pageSize)
    {
        var whole = await ReadAsync(crm, null, Number("K-1"), Email("perhe@example.org"));

        var pages = await ReadPagesAsync(crm, pageSize, Number("K-1"), Email("perhe@example.org"));

        pages.SelectMany(page => page.Records).Select(record => (record.RecordType, record.Key))
            .ShouldBe(whole.Records.Select(record => (record.RecordType, record.Key)));
        pages.ShouldAllBe(page => page.Records.Count <= pageSize && page.Records.Count > 0 && page.Total == whole.Total);
    }

    [Fact]
    public async Task Read_Should_NotRepeatOrSkip_When_RecordsComeBetweenPages()
    {
        var request = new ReadRequest { Identities = [Number("K-1")], RecordTypes = ["serviceNote"], PageSize = 1 };
        var first = await crm.ReadAsync(request, CancellationToken.None);
        await Database.ExecuteAsync("insert into service_note values (0, 'K-1', '2020-01-01 10:00:00+02', 'agent 7', 'Before.', '0')");

        var second = await crm.ReadAsync(request with { PageToken = first.NextPageToken }, CancellationToken.None);

        first.Records.Concat(second.Records).Select(record => record.Key).ShouldBe(["1", "2"]);
        second.NextPageToken.ShouldBeNull();
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("MR9pbnZvaWNlHzE")]
    [InlineData("")]
    public async Task Read_Should_RefuseTheToken_When_ItIsNotItsOwn(string token)
    {
        var request = new ReadRequest { Identities = [Number("K-1")], RecordTypes = ["serviceNote"], PageToken = token };

        var failure = await Should.ThrowAsync<SourceException>(() => crm.ReadAsync(request, CancellationToken.None));

        failure.Kind.ShouldBe(FailureKind.System);
    }

    [Fact]
    public async Task Read_Should_TellAGap_When_AValueIsNotOfItsKind()
    {
        using var connector = new CrmConnector(SettingsWith("records/customer/fields/birthDate", Settings.Text("family_name")), Time);

        var page = await ReadAsync(connector, ["customer"], Number("K-1"));

        Value(connector, page.Records[0], "birthDate").ShouldBeNull();
        page.Gaps.ShouldHaveSingleItem().ShouldBe("customer.birthDate is not of kind date in 1 place(s) and was left out.");
    }

    [Fact]
    public async Task Read_Should_TreatValuesAsValues_When_TheyLookLikeSql()
    {
        var page = await ReadAsync(crm, null, Number("K-1' or '1'='1"), Email("x') or 1=1 --"));

        page.Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task ReadFacts_Should_TellLatestContactAndRole_When_TheyHold()
    {
        var facts = (await crm.ReadFactsAsync(
            new([Number("K-1")], [FactKinds.LastContact, FactKinds.CompanyContact]), CancellationToken.None)).Facts;

        facts[0].ShouldBe(new(FactKinds.LastContact, true, 4, new DateTimeOffset(2026, 10, 30, 12, 30, 0, TimeSpan.Zero)));
        facts[1].ShouldBe(new(FactKinds.CompanyContact, true, 1, null));
    }

    [Fact]
    public async Task ReadFacts_Should_TellThatNothingHolds_When_RoleIsOverOrPersonUnknown()
    {
        var over = await crm.ReadFactsAsync(new([Number("K-2")], [FactKinds.CompanyContact]), CancellationToken.None);
        var unknown = await crm.ReadFactsAsync(new([Email("nobody@example.org")], [FactKinds.LastContact]), CancellationToken.None);

        over.Facts.ShouldBe([new(FactKinds.CompanyContact, false, 0, new DateTimeOffset(2019, 12, 31, 0, 0, 0, TimeSpan.FromHours(2)))]);
        unknown.Facts.ShouldBe([new(FactKinds.LastContact, false, 0, null)]);
    }

    [Fact]
    public void Describe_Should_BoundShareableIdentities_When_FieldsAreMapped()
    {
        var types = crm.Describe().RecordTypes.ToDictionary(type => type.Name);

        types["emailAddress"].ShouldSatisfyAllConditions(
            type => type.SharedField.ShouldBe("shared"),
            type => type.ValidToField.ShouldBe("validTo"));
        types["kinContact"].ThirdParty.ShouldBeTrue();
        types["serviceNote"].Origin.ShouldBe(DataOrigin.Inferred);
        crm.Describe().Accepts.Select(accepted => accepted.Kind).ShouldBe(["customerNumber", "identityCode", "email", "phone"]);
    }

    private static SubjectIdentity Number(string value) => new(IdentityKinds.CustomerNumber, value, "crm");

    private static SubjectIdentity Email(string value) => new(IdentityKinds.Email, value, null);

    private static PersonalRecord Only(ReadPage page, string type) => page.Records.Single(record => record.RecordType == type);
}
