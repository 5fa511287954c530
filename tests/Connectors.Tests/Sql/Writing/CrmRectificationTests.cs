using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Crm;
using PersonalDataHub.Connectors.Tests.Crm;

namespace PersonalDataHub.Connectors.Tests.Sql.Writing;

public sealed class CrmRectificationOnSqliteTests : CrmRectificationTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());
}

public sealed class CrmRectificationOnPostgreSqlTests(PostgreSqlServer server) : CrmRectificationTests
{
    protected override async Task<TestDatabase> NewDatabaseAsync() => new PostgreSqlTestDatabase(await server.CreateDatabaseAsync());
}

public abstract class CrmRectificationTests : WritingSuite
{
    private static readonly SubjectIdentity aino = new(IdentityKinds.CustomerNumber, "K-1", "crm");
    private static readonly RecordTarget familyName = new("customer", "K-1", "familyName");
    private static readonly string[] tables = ["customer", "email", "phone", "company_role"];

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
    public async Task Rectify_Should_WriteTheNewValueOfThisPersonOnly_When_TheExpectedOneIsHeld()
    {
        // arrange
        var others = await OthersAsync("customer_id", "K-1", tables);

        // act
        var item = await RectifyAsync(crm, aino, familyName, new TextValue("Virtanen"), new TextValue("Mäkelä"));

        // assert
        item.ShouldBe(new WriteDone());
        var record = (await FindAsync(crm, aino, familyName)).ShouldNotBeNull();
        Value(crm, record, "familyName").ShouldBe("Mäkelä");
        record.ObservedAt.ShouldBe(Time.GetUtcNow());
        (await OthersAsync("customer_id", "K-1", tables)).ShouldBe(others);
    }

    [Fact]
    public async Task Rectify_Should_CountAsDoneAndChangeNothing_When_TheCallIsRepeated()
    {
        await RectifyAsync(crm, aino, familyName, new TextValue("Virtanen"), new TextValue("Mäkelä"));
        var before = await Database.RowsAsync("select * from customer");
        Time.Advance(TimeSpan.FromHours(1));

        var item = await RectifyAsync(crm, aino, familyName, new TextValue("Virtanen"), new TextValue("Mäkelä"));

        item.ShouldBe(new WriteDone());
        (await Database.RowsAsync("select * from customer")).ShouldBe(before);
    }

    [Fact]
    public async Task Rectify_Should_BeAConflictAndKeepTheValue_When_SomebodyChangedItSince()
    {
        await Database.ExecuteAsync("update customer set family_name = 'Salo' where customer_id = 'K-1'");

        var item = await RectifyAsync(crm, aino, familyName, new TextValue("Virtanen"), new TextValue("Mäkelä"));

        var reason = item.ShouldBeOfType<WriteConflict>().Reason;
        reason.ShouldNotContain("Salo");
        (await Database.RowsAsync("select family_name from customer where customer_id = 'K-1'")).ShouldBe(["Salo"]);
    }

    [Fact]
    public async Task Rectify_Should_NotTouchTheRecord_When_ItIsSomebodyElses()
    {
        // arrange
        var before = await Database.RowsAsync("select * from customer");
        var eeros = new RecordTarget("customer", "K-2", "familyName");

        // act
        var item = await RectifyAsync(crm, aino, eeros, new TextValue("Korhonen"), new TextValue("Mäkelä"));

        // assert
        item.ShouldBe(new WriteNotHeld());
        (await Database.RowsAsync("select * from customer")).ShouldBe(before);
    }

    [Theory]
    [InlineData("01")]
    [InlineData("1.0")]
    [InlineData("one")]
    [InlineData("99")]
    public async Task Rectify_Should_HoldNothing_When_NoRecordHasThatKey(string key) =>
        (await RectifyAsync(crm, aino, new("emailAddress", key, "shared"), new BooleanValue(false), new BooleanValue(true)))
            .ShouldBe(new WriteNotHeld());

    [Fact]
    public async Task Rectify_Should_AnswerInOrderAndDoTheRest_When_OneItemConflicts()
    {
        var items = await RectifyAsync(
            crm,
            aino,
            Correction(familyName, new TextValue("Virtanen"), new TextValue("Mäkelä")),
            Correction(familyName with { Field = "language" }, new TextValue("sv"), new TextValue("en")),
            Correction(familyName with { Field = "birthDate" }, new DateValue(new(1970, 1, 1)), new DateValue(new(1970, 1, 2))));

        items.Select(item => item.GetType()).ShouldBe([typeof(WriteDone), typeof(WriteConflict), typeof(WriteDone)]);
        var record = (await FindAsync(crm, aino, familyName)).ShouldNotBeNull();
        Value(crm, record, "language").ShouldBe("fi");
        Value(crm, record, "birthDate").ShouldBe(new DateOnly(1970, 1, 2));
    }

    public static TheoryData<string, string, FieldValue?, FieldValue> Kinds => new()
    {
        { "emailAddress", "shared", new BooleanValue(false), new BooleanValue(true) },
        { "emailAddress", "validTo", null, new DateValue(new(2026, 3, 29)) },
        { "companyRole", "businessId", null, new TextValue("9900005-0") },
        {
            "serviceNote", "writtenAt", new InstantValue(new(2025, 11, 3, 12, 30, 0, TimeSpan.Zero)),
            new InstantValue(new DateTimeOffset(2025, 7, 3, 9, 30, 15, 120, TimeSpan.Zero))
        },
        { "postalAddress", "address", Address(null, "Esimerkkikatu 1 A 2"), Address("c/o Malli", "Mallitie 5") },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Rectify_Should_ReadBackAsTheNewValue_When_ColumnIsOfAnyKind(string type, string field, FieldValue? held, FieldValue value)
    {
        var target = new RecordTarget(type, "1", field);

        (await RectifyAsync(crm, aino, target, held, value)).ShouldBe(new WriteDone());

        var record = (await FindAsync(crm, aino, target)).ShouldNotBeNull();
        Value(crm, record, field).ShouldBe(Plain(value));
    }

    [Fact]
    public async Task Rectify_Should_RefuseTheNumber_When_RecordsHangOnIt()
    {
        var item = await RectifyAsync(
            crm, aino, familyName with { Field = "customerNumber" }, new TextValue("K-1"), new TextValue("K-9"));

        item.ShouldBeOfType<WriteUnsupported>().Reason.ShouldContain("other records refer to it");
    }

    [Fact]
    public async Task Rectify_Should_RefuseTheLog_When_SettingsGiveAReason() =>
        (await RectifyAsync(crm, aino, new("changeEntry", "1", "oldValue"), new TextValue("Laine"), null))
            .ShouldBe(new WriteUnsupported("The log of changes tells what was changed; it is not rewritten."));

    [Fact]
    public async Task Rectify_Should_RemoveTheRow_When_TheValueIsAllItIs()
    {
        var target = new RecordTarget("emailAddress", "1", "address");

        (await RectifyAsync(crm, aino, target, new TextValue("Aino.Virtanen@Example.org"), null)).ShouldBe(new WriteDone());

        (await Database.RowsAsync("select id from email")).ShouldBe(["2", "3"]);
    }

    [Fact]
    public async Task Rectify_Should_ReadAsNoValue_When_ItIsRemovedFromAColumnThatMayNotBeEmpty()
    {
        (await RectifyAsync(crm, aino, familyName, new TextValue("Virtanen"), null)).ShouldBe(new WriteDone());
        (await RectifyAsync(crm, aino, familyName with { Field = "language" }, new TextValue("fi"), null)).ShouldBe(new WriteDone());

        var record = (await FindAsync(crm, aino, familyName)).ShouldNotBeNull();
        Value(crm, record, "familyName").ShouldBeNull();
        Value(crm, record, "language").ShouldBeNull();
        (await Database.RowsAsync("select family_name, language from customer where customer_id = 'K-1'")).ShouldBe(["(erased)|"]);
    }

    [Fact]
    public async Task Rectify_Should_SayWhy_When_TheDatabaseRequiresAValue()
    {
        var target = new RecordTarget("companyRole", "1", "companyName");
        var other = familyName with { Field = "language" };

        var items = await RectifyAsync(
            crm,
            aino,
            Correction(target, new TextValue("Esimerkki Oy"), null),
            Correction(other, new TextValue("fi"), new TextValue("sv")));

        items[0].ShouldBeOfType<WriteUnsupported>().Reason.ShouldContain("a rule of its own");
        items[1].ShouldBe(new WriteDone());
        (await Database.RowsAsync("select company_name from company_role where id = 1")).ShouldBe(["Esimerkki Oy"]);
    }

    [Fact]
    public async Task Rectify_Should_NotInventATime_When_TheColumnTellsWhenSomethingHappened()
    {
        await RectifyAsync(crm, aino, new("serviceNote", "1", "body"), new TextValue("Asked about an invoice."), new TextValue("Asked."));

        var record = (await FindAsync(crm, aino, new("serviceNote", "1"))).ShouldNotBeNull();
        Value(crm, record, "body").ShouldBe("Asked.");
        record.ObservedAt.ShouldBe(new DateTimeOffset(2025, 11, 3, 12, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Rectify_Should_BeUnsupported_When_SettingsDoNotMapIt()
    {
        using var silent = new CrmConnector(SettingsWith("records/customer/correct"), Time);

        (await RectifyAsync(silent, aino, familyName, new TextValue("Virtanen"), new TextValue("Mäkelä")))
            .ShouldBeOfType<WriteUnsupported>();
        silent.Describe().Abilities.Single(ability => ability.Ability == Ability.Rectification).RecordTypes.ShouldNotContain("customer");
    }

    [Fact]
    public async Task Rectify_Should_LetOneWin_When_TwoCorrectTheSameValueAtOnce()
    {
        var items = await Task.WhenAll(Enumerable.Range(1, 8).Select(number =>
            RectifyAsync(crm, aino, familyName, new TextValue("Virtanen"), new TextValue($"Malli-{number}"))));

        items.Count(item => item is WriteDone).ShouldBe(1);
        items.Count(item => item is WriteConflict).ShouldBe(7);
    }

    private static CompositeValue Address(string? careOf, string street) => new(
        [careOf is null ? null : new TextValue(careOf), new TextValue(street), new TextValue("00100"), new TextValue("Helsinki"), new TextValue("FI")]);
}
