using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Billing;
using PersonalDataHub.Connectors.Tests.Sql;

namespace PersonalDataHub.Connectors.Tests.Billing;

public sealed class BillingOnSqliteTests : BillingConnectorTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());
}

public sealed class BillingOnPostgreSqlTests(PostgreSqlServer server) : BillingConnectorTests
{
    protected override async Task<TestDatabase> NewDatabaseAsync() => new PostgreSqlTestDatabase(await server.CreateDatabaseAsync());
}

public abstract class BillingConnectorTests : SourceSuite
{
    internal const string Accounts = """
        insert into account values
            ('A-1', 'K-1', 'Virtanen', 'Aino Maria', '010170-901K', 'Aino@example.org', 'Esimerkkikatu 1', '00100', 'Helsinki', 'FI',
             '2019-03-01 12:00:00+02', '2026-01-15 10:00:00+02', '0'),
            ('A-2', 'K-2', 'Korhonen', 'Eero', '010170Y901K', 'eero@example.org', null, null, null, null,
             '2019-03-01 12:00:00+02', '2026-01-15 10:00:00+02', '0');
        insert into contract values
            ('C-1', 'A-1', 'Mobile', 'S-1', '2019-03-01', '2024-12-31', '2026-01-15 10:00:00+02'),
            ('C-2', 'A-1', 'Fibre', 'S-2', '2020-03-01', null, '2026-01-15 10:00:00+02'),
            ('C-3', 'A-2', 'Mobile', 'S-1', '2025-01-01', '2026-01-31', '2026-01-15 10:00:00+02');
        insert into invoice values
            ('I-1', 'A-1', '1001', '2026-09-01', '2026-09-15', '49.90', 'EUR', 'paid', '2026-09-14', '2026-09-01 06:00:00+03'),
            ('I-2', 'A-1', '1002', '2026-10-01', '2026-10-15', '29.90', 'EUR', 'open', null, '2026-10-01 06:00:00+03'),
            ('I-3', 'A-1', '1003', '2026-10-01', '2026-10-20', '5', 'EUR', 'reminded', null, null),
            ('I-4', 'A-1', '1004', '2026-10-01', '2026-10-25', '5', 'EUR', 'credited', null, null);
        insert into invoice_row values
            ('I-1', 2, 'Calls', '12.5', '0.80', '10.00'), ('I-1', 1, 'Monthly charge', '1', '39.90', '39.90'), ('I-2', 1, 'Fibre', '1', '29.90', '29.90');
        insert into payment values ('P-1', 'A-1', 'I-1', '2026-09-14 12:00:00+03', '49.90', 'transfer');
        insert into collection_case values
            ('X-1', 'A-1', 'I-2', '2026-10-30', null, 'Esimerkkiperintä', '34.90', 'open'),
            ('X-2', 'A-2', null, '2020-10-30', '2020-12-01', 'Esimerkkiperintä', '34.90', 'closed');
        """;

    private BillingConnector billing = null!;

    protected override string Source => "billing";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.ExecuteAsync(Accounts);
        billing = new(SettingsWith(), Time);
    }

    public override async ValueTask DisposeAsync()
    {
        billing?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Validate_Should_FindNothing_When_SettingsAreTheShippedOnes() =>
        new BillingSettingsValidator().Validate(SettingsWith()).ShouldBeEmpty();

    [Fact]
    public void Validate_Should_AskForTheIssuer_When_CustomerNumbersOfNobodyAreMapped() =>
        new BillingSettingsValidator().Validate(SettingsWith("customerNumberIssuer"))
            .ShouldHaveSingleItem().Path.ShouldBe("customerNumberIssuer");

    [Fact]
    public async Task Check_Should_BeFit_When_DatabaseHasTheMappedShape() =>
        (await billing.CheckAsync(new(), CancellationToken.None)).Failure.ShouldBeNull();

    [Fact]
    public async Task Check_Should_NameARowsTable_When_ItIsMissing()
    {
        await Database.ExecuteAsync("drop table invoice_row");

        var failure = (await billing.CheckAsync(new(), CancellationToken.None)).Failure.ShouldNotBeNull();

        failure.Message.ShouldContain("table invoice_row");
    }

    [Theory]
    [InlineData(IdentityKinds.CustomerNumber, "A-1", "billing")]
    [InlineData(IdentityKinds.CustomerNumber, "K-1", "crm")]
    [InlineData(IdentityKinds.IdentityCode, "010170-901K", null)]
    [InlineData(IdentityKinds.Email, "aino@example.org", null)]
    [InlineData(IdentityKinds.Subscription, "S-2", "billing")]
    public async Task Read_Should_FindTheAccount_When_AskedByAnyAcceptedIdentity(string kind, string value, string? issuer)
    {
        var page = await ReadAsync(billing, null, new SubjectIdentity(kind, value, issuer));

        page.Records.Count(record => record is { RecordType: "billingAccount", Key: "A-1" }).ShouldBe(1);
        page.Records.ShouldAllBe(record => record.FoundBy.SequenceEqual(new[] { 0 }));
        page.Total.ShouldBe(9);
    }

    [Theory]
    [InlineData(IdentityKinds.CustomerNumber, "K-1", "billing")]
    [InlineData(IdentityKinds.CustomerNumber, "A-1", "crm")]
    [InlineData(IdentityKinds.IdentityCode, "010170-901k", null)]
    public async Task Read_Should_FindNobody_When_NumberIsTheOtherSourcesOrWrittenOtherwise(string kind, string value, string? issuer) =>
        (await ReadAsync(billing, null, new SubjectIdentity(kind, value, issuer))).Records.ShouldBeEmpty();

    [Fact]
    public async Task Read_Should_FindWhoeverHadItThen_When_SubscriptionWasPassedOn()
    {
        var identity = new SubjectIdentity(IdentityKinds.Subscription, "S-1", "billing", ValidTo: new DateOnly(2024, 12, 31));

        var page = await ReadAsync(billing, ["billingAccount"], identity);

        page.Records.Select(record => record.Key).ShouldBe(["A-1"]);
    }

    [Fact]
    public async Task Read_Should_FindNobody_When_AddressPassedOnBeforeTheAccountWasLastConfirmed()
    {
        var identity = new SubjectIdentity(IdentityKinds.Email, "aino@example.org", null, ValidTo: new DateOnly(2025, 12, 31));

        (await ReadAsync(billing, null, identity)).Records.ShouldBeEmpty();
        (await ReadAsync(billing, null, identity with { ValidTo = new DateOnly(2026, 1, 15) })).Records.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Read_Should_GiveRowsInTheirOrder_When_InvoiceHasSome()
    {
        var page = await ReadAsync(billing, ["invoice"], Account("A-1"));

        Value(billing, page.Records[0], "total").ShouldBe(49.90m);
        ((object[])Value(billing, page.Records[0], "rows")!).ShouldBe(
            [new object[] { "Monthly charge", 1m, 39.90m, 39.90m }, new object[] { "Calls", 12.5m, 0.80m, 10.00m }]);
        Value(billing, page.Records[2], "rows").ShouldBeNull();
        page.Records[2].StoredAt.ShouldBe(new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.FromHours(3)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Read_Should_GiveTheSameRecords_When_ReadInPages(int pageSize)
    {
        var pages = await ReadPagesAsync(billing, pageSize, Account("A-1"), Account("A-2"));

        pages.SelectMany(page => page.Records).Select(record => record.Key).ShouldBe(
            ["A-1", "A-2", "C-1", "C-2", "C-3", "I-1", "I-2", "I-3", "I-4", "P-1", "X-1", "X-2"]);
    }

    [Fact]
    public async Task ReadFacts_Should_TellWhatKeepsTheData_When_InvoicesAndContractsAreOpen()
    {
        var facts = (await billing.ReadFactsAsync(
            new([Account("A-1")], [.. billing.Describe().Facts]), CancellationToken.None)).Facts;

        facts.ShouldBe(
        [
            new(FactKinds.OpenInvoice, true, 2, new DateTimeOffset(2026, 10, 20, 0, 0, 0, TimeSpan.FromHours(3))),
            new(FactKinds.OpenCollection, true, 1, new DateTimeOffset(2026, 10, 30, 0, 0, 0, TimeSpan.FromHours(2))),
            new(FactKinds.ContractInForce, true, 1, null),
            new(FactKinds.LastContact, true, 3, new DateTimeOffset(2026, 10, 1, 6, 0, 0, TimeSpan.FromHours(3))),
        ]);
    }

    [Fact]
    public async Task ReadFacts_Should_NotHold_When_EverythingIsOver()
    {
        var facts = (await billing.ReadFactsAsync(
            new([Account("A-2")], [FactKinds.OpenInvoice, FactKinds.OpenCollection, FactKinds.ContractInForce]), CancellationToken.None)).Facts;

        // The end of what is over counts too: it is when the relationship ended.
        facts.ShouldBe(
        [
            new(FactKinds.OpenInvoice, false, 0, null),
            new(FactKinds.OpenCollection, false, 0, null),
            new(FactKinds.ContractInForce, false, 0, new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.FromHours(2))),
        ]);
    }

    [Fact]
    public void Describe_Should_NameTheOtherSourcesNumber_When_IssuerIsConfigured()
    {
        var descriptor = billing.Describe();

        var fields = descriptor.RecordTypes[0].Fields.ToDictionary(field => field.Name);
        fields["accountNumber"].IdentityIssuer.ShouldBeNull();
        fields["customerNumber"].IdentityIssuer.ShouldBe("crm");
        descriptor.Accepts.Select(accepted => (accepted.Kind, accepted.Issuer)).ShouldBe(
            [("customerNumber", null), ("customerNumber", "crm"), ("identityCode", null), ("email", null), ("subscription", null)]);
    }

    private static SubjectIdentity Account(string value) => new(IdentityKinds.CustomerNumber, value, "billing");
}
