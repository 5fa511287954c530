using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Billing;
using PersonalDataHub.Connectors.Tests.Billing;

namespace PersonalDataHub.Connectors.Tests.Sql.Writing;

public sealed class BillingWritingOnSqliteTests : BillingWritingTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());
}

public sealed class BillingWritingOnPostgreSqlTests(PostgreSqlServer server) : BillingWritingTests
{
    protected override async Task<TestDatabase> NewDatabaseAsync() => new PostgreSqlTestDatabase(await server.CreateDatabaseAsync());
}

public abstract class BillingWritingTests : WritingSuite
{
    private const string Voucher =
        "Accounting Act 1336/1997 2:10, vouchers are kept for six years from the end of the calendar year in which the financial year ended";

    private static readonly SubjectIdentity aino = new(IdentityKinds.CustomerNumber, "A-1", "billing");
    private static readonly SubjectIdentity eero = new(IdentityKinds.CustomerNumber, "A-2", "billing");
    private static readonly RecordTarget account = new("billingAccount", "A-1");
    private static readonly WriteRetained contractInForce = new("GDPR Art. 6(1)(b), the contract is in force", null, "End of the contract");
    private static readonly WriteRetained openInvoice = new("GDPR Art. 17(3)(e), the invoice is open", null, "Payment of the invoice");
    private static readonly WriteRetained openCase =
        new("GDPR Art. 17(3)(e), the claim is being collected", null, "Closing of the collection case");

    private static readonly string[] tables = ["account", "contract", "invoice", "payment", "collection_case"];

    private BillingConnector billing = null!;

    protected override string Source => "billing";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.ExecuteAsync(BillingConnectorTests.Accounts);
        billing = new(SettingsWith(), Time);
    }

    public override async ValueTask DisposeAsync()
    {
        billing?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Rectify_Should_AskForACorrectionEntry_When_InvoiceWasSent()
    {
        var item = await RectifyAsync(billing, aino, new("invoice", "I-1", "total"), new DecimalValue(49.90m), new DecimalValue(39.90m));

        item.ShouldBeOfType<WriteManual>().Instruction.ShouldContain("correction entry");
        (await RectifyAsync(billing, aino, new("payment", "P-1", "amount"), new DecimalValue(49.90m), new DecimalValue(1m)))
            .ShouldBeOfType<WriteManual>();
        (await Database.RowsAsync("select cast(total * 100 as integer) from invoice where invoice_id = 'I-1'")).ShouldBe(["4990"]);
    }

    [Fact]
    public async Task Rectify_Should_CorrectTheInvoice_When_ItWasNotSent()
    {
        var invoice = new RecordTarget("invoice", "I-3");

        var items = await RectifyAsync(
            billing,
            aino,
            Correction(invoice with { Field = "total" }, new DecimalValue(5m), new DecimalValue(12.30m)),
            Correction(invoice with { Field = "dueOn" }, new DateValue(new(2026, 10, 20)), new DateValue(new(2026, 12, 1))),
            Correction(invoice with { Field = "rows" }, null, new ListValue([])));

        items.Select(item => item.GetType()).ShouldBe([typeof(WriteDone), typeof(WriteDone), typeof(WriteUnsupported)]);
        var record = (await FindAsync(billing, aino, invoice)).ShouldNotBeNull();
        Value(billing, record, "total").ShouldBe(12.30m);
        Value(billing, record, "dueOn").ShouldBe(new DateOnly(2026, 12, 1));
        Value(billing, record, "sentAt").ShouldBeNull();
    }

    [Fact]
    public async Task Rectify_Should_RefuseNumbers_When_SystemsKnowThePersonByThem()
    {
        var items = await RectifyAsync(
            billing,
            aino,
            Correction(account with { Field = "accountNumber" }, new TextValue("A-1"), new TextValue("A-9")),
            Correction(account with { Field = "customerNumber" }, new TextValue("K-1"), new TextValue("K-9")));

        items.ShouldAllBe(item => item is WriteUnsupported);
    }

    [Fact]
    public async Task Erase_Should_KeepWhatMustBeKeptWithItsGround_When_InvoicesContractAndClaimAreOpen()
    {
        // arrange
        var targets = await EverythingAsync(billing, aino);
        var voucher = new WriteRetained(Voucher, new(2032, 12, 31), null);
        var others = await OthersAsync("account_id", "A-1", tables);
        WriteItem[] expected =
            [contractInForce, new WriteDone(), contractInForce, voucher, openInvoice, openInvoice, voucher, voucher, openCase];

        // act
        var preview = await PreviewAsync(billing, aino, targets);
        var items = await EraseAsync(billing, aino, targets);

        // assert
        targets.Select(target => target.Key).ShouldBe(["A-1", "C-1", "C-2", "I-1", "I-2", "I-3", "I-4", "P-1", "X-1"]);
        preview.ShouldBe(expected);
        items.ShouldBe(expected);
        (await Database.RowsAsync("select account_id, customer_id, family_name, identity_code, email, street from account where account_id = 'A-1'"))
            .ShouldBe(["A-1|K-1|Virtanen|||Esimerkkikatu 1"]);
        (await OthersAsync("account_id", "A-1", tables)).ShouldBe(others);
    }

    [Fact]
    [Requirement("S3-55")]
    public async Task Erase_Should_AnswerFieldByField_When_OnlySomeFieldsMustStay()
    {
        string[] fields = [.. billing.Describe().RecordTypes[0].Fields.Select(field => field.Name)];
        RecordTarget[] targets = [.. fields.Select(field => account with { Field = field })];
        await Database.ExecuteAsync("update contract set ended_on = '2026-10-31'");
        WriteItem[] expected =
            [openInvoice, openInvoice, openInvoice, openInvoice, new WriteDone(), new WriteDone(), openInvoice];

        (await PreviewAsync(billing, aino, targets)).ShouldBe(expected);
        (await EraseAsync(billing, aino, targets)).ShouldBe(expected);

        var record = (await FindAsync(billing, aino, account)).ShouldNotBeNull();
        fields.Where(field => Value(billing, record, field) is null).ShouldBe(["identityCode", "email"]);
    }

    [Fact]
    public async Task Erase_Should_NameTheLatestDay_When_NothingIsOpenAnyMore()
    {
        await CloseEverythingAsync();
        await Database.ExecuteAsync("update invoice set issued_on = '2025-06-30' where invoice_id = 'I-4'");

        var items = await EraseAsync(billing, aino, account, new("invoice", "I-4"), new("contract", "C-2"), new("collectionCase", "X-1"));

        items.ShouldBe(
        [
            new WriteRetained(Voucher, new(2032, 12, 31), null), new WriteRetained(Voucher, new(2031, 12, 31), null),
            new WriteDone(), new WriteDone(),
        ]);
    }

    [Fact]
    public async Task Erase_Should_TakeTheAccountWithEverything_When_NothingHasToBeKept()
    {
        // arrange
        await CloseEverythingAsync();
        var targets = await EverythingAsync(billing, aino);
        await EraseAsync(billing, aino, targets);
        (await Database.RowsAsync("select account_id from account")).ShouldContain("A-1");

        // act
        Time.Advance(new DateTimeOffset(2032, 12, 31, 22, 0, 0, TimeSpan.Zero) - Time.GetUtcNow());
        var items = await EraseAsync(billing, aino, targets);

        // assert
        items.ShouldAllBe(item => item is WriteDone);
        (await ReadAsync(billing, null, aino)).Records.ShouldBeEmpty();
        (await Database.RowsAsync("select * from invoice_row")).ShouldBeEmpty();
        (await Database.RowsAsync("select account_id from account")).ShouldBe(["A-2"]);
    }

    [Fact]
    public async Task Erase_Should_KeepThroughTheLastDay_When_ItHasNotPassed()
    {
        await CloseEverythingAsync();
        Time.Advance(new DateTimeOffset(2032, 12, 31, 21, 59, 0, TimeSpan.Zero) - Time.GetUtcNow());

        (await EraseAsync(billing, aino, new RecordTarget("payment", "P-1"))).ShouldHaveSingleItem().ShouldBeOfType<WriteRetained>();
    }

    [Fact]
    public async Task Erase_Should_TakeTheAccount_When_ThePersonHasNoVouchers()
    {
        (await EraseAsync(billing, eero, await EverythingAsync(billing, eero))).ShouldAllBe(item => item is WriteDone);

        (await Database.RowsAsync("select account_id from account")).ShouldBe(["A-1"]);
    }

    [Fact]
    public async Task Erase_Should_CountTheFinancialYear_When_ItIsNotTheCalendarYear()
    {
        using var other = new BillingConnector(SettingsWith("financialYearEnds", Settings.Text("06-30")), Time);

        (await PreviewAsync(other, aino, new RecordTarget("payment", "P-1")))
            .ShouldBe([new WriteRetained(Voucher, new(2033, 12, 31), null)]);
    }

    [Fact]
    public async Task Erase_Should_SayWhatKeepsTheRow_When_TheDatabaseDoesNotLetItGo()
    {
        // A case of an old invoice is still open: the invoice itself has no ground of its own any more.
        await Database.ExecuteAsync("update invoice set issued_on = '2015-01-01', paid_on = '2015-02-01' where invoice_id = 'I-2'");

        var items = await EraseAsync(billing, aino, new RecordTarget("invoice", "I-2"), new("collectionCase", "X-1"));

        items.ShouldBe([openCase with { Ground = $"Kept records refer to it. {openCase.Ground}" }, openCase]);
        (await Database.RowsAsync("select invoice_id from invoice where invoice_id = 'I-2'")).ShouldBe(["I-2"]);
    }

    [Fact]
    public void Describe_Should_TellWhatTouchesAccounting_When_RecordsAreVouchers()
    {
        var abilities = billing.Describe().Abilities;

        var erasure = abilities.Where(ability => ability.Ability == Ability.Erasure).ToDictionary(ability => ability.TouchesAccounting);
        erasure[true].RecordTypes.ShouldBe(["invoice", "payment"]);
        erasure[false].RecordTypes.ShouldBe(["billingAccount", "contract", "collectionCase"]);
        abilities.Single(ability => ability.Ability == Ability.Restriction).RecordTypes.ShouldBe(["billingAccount"]);
        abilities.Single(ability => ability is { Ability: Ability.Rectification, Mode: AbilityMode.Manual }).RecordTypes.ShouldBe(["payment"]);
    }

    private Task CloseEverythingAsync() => Database.ExecuteAsync("""
        update contract set ended_on = '2026-10-31';
        update invoice set paid_on = '2026-10-31', status = 'paid';
        update collection_case set closed_on = '2026-10-31';
        """);
}
