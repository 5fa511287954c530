using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Tests.Registrants;

/// <summary>What a passport says of the record that the value stands in, and what it costs to have one.</summary>
public sealed class PassportRecordTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly Register Plain = new()
    {
        Id = "shop",
        Name = "Shop",
        Controller = new("Shop Oy", null),
        PrimarySource = "billing",
        Categories = [new("billing", "Billing"), new("secret", "Secret")],
        Purposes = [new("invoicing", "Invoicing", new HashSet<string> { "billing" }) { Bases = ["contract"] }],
        Precedence = [],
    };

    private static readonly Register Rich = Plain with
    {
        Pack = PolicyPack.Empty with
        {
            Bases = [new("contract", BasisKind.Contract, Both("Contract"))],
            Statements = [new("kept", NoticeHeading.Retention, [], Both("Six years."))],
            Recipients = [new("accountant", RecipientKind.Processor, Both("Accountant")) { Categories = ["billing"] }],
            Retention =
            [
                new("vouchers", Both("Vouchers"), RetentionTrigger.FinancialYearEnd, new Period(6, 0, 0))
                {
                    DateField = "issuedOn", ToEndOfYear = true, Strength = RetentionStrength.Minimum, Law = "Accounting Act 1336/1997 2:10", Statements = ["kept"],
                },
            ],
        },
    };

    private static readonly RecordType Invoice = new()
    {
        Name = "invoice",
        PluralName = "invoices",
        Description = "An invoice.",
        Category = "billing",
        Origin = DataOrigin.Observed,
        Fields =
        [
            new() { Name = "number", Kind = FieldKind.Text, Description = "Number." },
            new() { Name = "issuedOn", Kind = FieldKind.Date, Description = "Date." },
        ],
    };

    private readonly TemporaryDirectory folder = new();
    private readonly RecordSeal seal;

    public PassportRecordTests()
    {
        var master = MasterKey.Load(folder.File("keys", "master.key"), databaseExists: false, tolerateOpenFile: true);
        seal = new RecordSeal(new OpaqueIds(master), new ValueTag(master));
    }

    [Fact]
    public void KeepingOn_Should_ReckonFromTheRecordsOwnDate_When_ARuleRunsFromIt()
    {
        var kept = Number(Rich).KeepingOn(Today);

        kept.ShouldNotBeNull();
        (kept.Standing, kept.KeptThrough, kept.Rule, kept.Law).ShouldBe(
            (RetentionStanding.Ends, new DateOnly(2032, 12, 31), "vouchers", "Accounting Act 1336/1997 2:10"));
        kept.EraseFrom.ShouldBe(new DateOnly(2033, 1, 1));
        kept.Steps.ShouldContain(step => step.Contains("2026-07-15", StringComparison.Ordinal));
        kept.Statements.ShouldBe(["kept"]);
    }

    [Fact]
    public void KeepingOn_Should_TellNoDateThatMayNotBeSeen_When_ThePurposeSeesTheNumberOnly()
    {
        var kept = Number(Rich, visible: field => field.Name == "number").KeepingOn(Today);

        kept!.Standing.ShouldBe(RetentionStanding.NotKnown);
        kept.Steps.ShouldNotContain(step => step.Contains("2026-07-15", StringComparison.Ordinal));
    }

    [Fact]
    public void KeepingOn_Should_BeSilent_When_TheValueIsWithheld()
    {
        var restricted = new Withheld(new Restriction
        {
            Ground = RestrictionGround.AccuracyContested, Since = DateTimeOffset.UnixEpoch, Scope = RestrictionScope.Person, Request = Guid.NewGuid(),
        });

        Number(Rich, withheld: restricted).KeepingOn(Today).ShouldBeNull();
    }

    [Fact]
    public void Fields_Should_CostNoMore_When_TheNoticeSaysMuch()
    {
        // arrange
        var (plain, rich) = (Record(Plain), Record(Rich));
        (Allocated(plain), Allocated(rich)).ShouldNotBe((0, 0));

        // act: the runtime optimises while it runs, so the same work costs less after a while; the least of many is its cost
        var (cheap, dear) = (long.MaxValue, long.MaxValue);
        for (var measure = 0; measure < 200; measure++)
        {
            (cheap, dear) = (Math.Min(cheap, Allocated(plain)), Math.Min(dear, Allocated(rich)));
        }

        // assert
        dear.ShouldBe(cheap);
    }

    public void Dispose() => folder.Dispose();

    private static long Allocated(HeldRecord record)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 50; round++)
        {
            _ = record.Fields[0].Passport.Policy.Purposes;
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static LocalText Both(string text) => new(text, text);

    private Passport Number(Register register, Func<RecordField, bool>? visible = null, Withheld? withheld = null) =>
        Record(register, visible, withheld).Fields.Single(field => field.Name == "number").Passport;

    private HeldRecord Record(Register register, Func<RecordField, bool>? visible = null, Withheld? withheld = null)
    {
        var billing = new Source { Register = "shop", Id = "billing", Name = "Billing", ConnectorId = "billing", State = SourceState.Active };
        return new(
            Guid.Empty,
            billing,
            Invoice,
            new() { RecordType = "invoice", Key = "1", Values = [new TextValue("I-1"), new DateValue(new(2026, 7, 15))], FoundBy = [0] },
            DateTimeOffset.UnixEpoch,
            seal,
            new PassportPolicies().Of(register, billing),
            visible ?? (_ => true),
            (_, value) => value,
            _ => withheld);
    }
}
