using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Drift;
using PersonalDataHub.Hub.Drift.Rules;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Tests.Drift;

/// <summary>Every kind of drift, in both directions: found when it is there, not found when it is not, and not without its rule.</summary>
public sealed class DriftCheckTests
{
    // What of a sound register is changed, which one finding that gives, and the rule that finds it.
    private static readonly Dictionary<string, (Func<SoundShop, SoundShop> Change, DriftKind Kind, string Subject, Type Rule)> cases = new()
    {
        ["a source holds a category of no name"] = (
            shop => shop.Descriptor(held => held with { RecordTypes = [.. held.RecordTypes, SoundShop.TypeOf("hobby", "interests", "name")] }),
            DriftKind.UndeclaredCategory, "crm interests", typeof(CategoryDrift)),
        ["a category waits to be written into the notice"] = (
            shop => shop with { Register = shop.Register with { Categories = [shop.Register.Categories[0] with { InNotice = false }, shop.Register.Categories[1]] } },
            DriftKind.UnfilledCategory, "contact", typeof(CategoryDrift)),
        ["a category is in no source"] = (
            shop => shop with { Register = shop.Register with { Categories = [.. shop.Register.Categories, new("kin", "Next of kin")] } },
            DriftKind.CategoryNotHeld, "kin", typeof(CategoryDrift)),
        ["a purpose rests on nothing"] = (
            shop => shop with { Register = shop.Register with { Purposes = [.. shop.Register.Purposes, new("study", "Study", null)] } },
            DriftKind.PurposeWithoutBasis, "study", typeof(BasisDrift)),
        ["a basis carries nothing"] = (
            shop => shop.Pack(pack => pack with { Bases = [.. pack.Bases, new("consent", BasisKind.Consent, SoundShop.Both("Consent"))] }),
            DriftKind.BasisWithoutPurpose, "consent", typeof(BasisDrift)),
        ["identity codes are held on no ground"] = (
            shop => shop.Descriptor(held => held with { RecordTypes = [held.RecordTypes[0] with { Fields = [held.RecordTypes[0].Fields[0] with { IdentityKind = IdentityKinds.IdentityCode }] }, held.RecordTypes[1]] }),
            DriftKind.IdentityCodeWithoutGround, "crm customer.email", typeof(IdentityCodeDrift)),
        ["a ground for identity codes that nobody holds"] = (
            shop => shop.Pack(pack => pack with { IdentityCode = new(IdentityCodeGround.Law, SoundShop.Both("The law says so."), []) }),
            DriftKind.IdentityCodeNotHeld, "identityCode", typeof(IdentityCodeDrift)),
        ["a source lies abroad without a reason"] = (
            shop => shop.Stewardship(kept => kept with { Country = "US", TransferMechanism = "standard-contractual-clauses" }),
            DriftKind.TransferNotAllowed, "crm", typeof(TransferDrift)),
        ["whoever runs a source is abroad and the source is not"] = (
            shop => shop.Pack(pack => pack with { Recipients = [pack.Recipients[0] with { Country = "US", Safeguard = "GDPR Art. 46(2)(c)", Necessity = SoundShop.Both("The only one.") }] }),
            DriftKind.OperatorElsewhere, "crm", typeof(TransferDrift)),
        ["a source is abroad and whoever runs it is not"] = (
            shop => shop.Stewardship(kept => kept with { Country = "US", TransferMechanism = "standard-contractual-clauses", TransferReason = "The only one." }),
            DriftKind.OperatorElsewhere, "crm", typeof(TransferDrift)),
        ["nobody is abroad though transfers are told"] = (
            shop => shop.Pack(pack => pack with { Transfers = pack.Transfers! with { Mode = TransferMode.Allowed } }),
            DriftKind.TransferNotMade, "transfers", typeof(TransferDrift)),
        ["a source is run by somebody unnamed"] = (
            shop => shop.Stewardship(kept => kept with { Operator = kept.Operator with { Recipient = "stranger" } }),
            DriftKind.OperatorNotNamed, "crm", typeof(AgreementDrift)),
        ["a processor has no agreement"] = (
            shop => shop.Pack(pack => pack with { Recipients = [pack.Recipients[0] with { Agreement = null }] }),
            DriftKind.AgreementMissing, "host", typeof(AgreementDrift)),
        ["the agreements differ"] = (
            shop => shop.Stewardship(kept => kept with { Operator = kept.Operator with { Agreement = "C-2" } }),
            DriftKind.AgreementDiffers, "crm", typeof(AgreementDrift)),
        ["an outsider gets nobody knows what"] = (
            shop => shop.Pack(pack => pack with { Recipients = [pack.Recipients[0] with { Categories = [] }] }),
            DriftKind.RecipientWithoutFields, "host", typeof(AgreementDrift)),
        ["a promised retention has no rule"] = (
            shop => shop.Pack(pack => pack with { Statements = [.. pack.Statements, new("logs", NoticeHeading.Retention, [], SoundShop.Both("Logs: a month."))] }),
            DriftKind.RetentionWithoutRule, "logs", typeof(RetentionDrift)),
        ["a retention rule is told by nobody"] = (
            shop => shop.Pack(pack => pack with { Retention = [.. pack.Retention, new("secret", SoundShop.Both("A month"), RetentionTrigger.StoredAt, new Period(0, 1, 0))] }),
            DriftKind.RetentionNotTold, "secret", typeof(RetentionDrift)),
        ["a retention rule runs from a date of no record"] = (
            shop => shop.Pack(pack => pack with { Retention = [pack.Retention[0], pack.Retention[1] with { DateField = "sentOn" }] }),
            DriftKind.RetentionRuleIdle, "vouchers", typeof(RetentionDrift)),
        ["a retention rule looks at a field of no record"] = (
            shop => shop.Pack(pack => pack with { Retention = [pack.Retention[0], pack.Retention[1] with { OnlyIf = "billed" }] }),
            DriftKind.RetentionRuleIdle, "vouchers", typeof(RetentionDrift)),
        ["a retention rule is about data of no source"] = (
            shop => shop.Pack(pack => pack with { Retention = [pack.Retention[0], pack.Retention[1] with { Sources = ["archive"] }] }),
            DriftKind.RetentionRuleIdle, "vouchers", typeof(RetentionDrift)),
        ["the end of a relationship is never told"] = (
            shop => shop.Descriptor(held => held with { Facts = [FactKinds.OpenInvoice] }),
            DriftKind.RetentionRuleIdle, "years", typeof(RetentionDrift)),
        ["data has no retention"] = (
            shop => shop.Pack(pack => pack with { Retention = [pack.Retention[0] with { Categories = ["contact"] }, pack.Retention[1] with { Categories = [], Fields = ["invoice.issuedOn"], Sources = ["crm"] }] })
                .Descriptor(held => held with { RecordTypes = [.. held.RecordTypes, SoundShop.TypeOf("payment", "billing", "paidOn")] }),
            DriftKind.DataWithoutRetention, "crm payment", typeof(RetentionDrift)),
        ["a promised right nobody can fulfil"] = (
            shop => shop.Descriptor(held => held with { Abilities = [held.Abilities[1]] }),
            DriftKind.RightWithoutAbility, "Rectification", typeof(RightsDrift)),
        ["a right that is not told"] = (
            shop => shop.Pack(pack => pack with { Formalities = [pack.Formalities[0]] }),
            DriftKind.RightNotTold, "Erasure", typeof(RightsDrift)),
        ["a blocker asks for a fact of no source"] = (
            shop => shop.Pack(pack => pack with { Blockers = [.. pack.Blockers, pack.Blockers[0] with { Id = "collection", Fact = FactKinds.OpenCollection }] }),
            DriftKind.FactNotDelivered, "collection", typeof(FactDrift)),
        ["a blocker asks a source that does not know"] = (
            shop => shop.Pack(pack => pack with { Blockers = [pack.Blockers[0] with { FactSources = ["billing"] }] }),
            DriftKind.FactNotDelivered, "open", typeof(FactDrift)),
        ["a fact is asked by nobody"] = (
            shop => shop.Descriptor(held => held with { Facts = [.. held.Facts, FactKinds.CompanyContact] }),
            DriftKind.FactNotUsed, FactKinds.CompanyContact, typeof(FactDrift)),
        ["a recipient gets a field of no source"] = (
            shop => shop.Pack(pack => pack with { Recipients = [pack.Recipients[0] with { Fields = ["customer.shoeSize"] }] }),
            DriftKind.UnknownField, "recipients host customer.shoeSize", typeof(FieldDrift)),
        ["an origin names a record type of no source"] = (
            shop => shop.Pack(pack => pack with { Origins = [.. pack.Origins, new("shops", OriginKind.Purchases, SoundShop.Both("Shops")) { Fields = ["order"] }] }),
            DriftKind.UnknownField, "origins shops order", typeof(FieldDrift)),
        ["data is from nobody knows where"] = (
            shop => shop.Pack(pack => pack with { Origins = [pack.Origins[0] with { Fields = ["customer"] }] }),
            DriftKind.DataWithoutOrigin, "crm invoice", typeof(FieldDrift)),
        ["nothing is known of a source"] = (
            shop => shop with { Sources = [.. shop.Sources, shop.Sources[0] with { Id = "archive", Descriptor = null, State = SourceState.Disabled }] },
            DriftKind.SourceNotKnown, "archive", typeof(KnowledgeDrift)),
    };

    public static TheoryData<string> Cases => [.. cases.Keys];

    [Fact]
    public void Find_Should_FindNothing_When_NoticeAndSourcesAgree() => new SoundShop().Find().ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Cases))]
    [Requirement("S0-05")]
    [Requirement("S0-14")]
    [Requirement("S0-35")]
    [Requirement("S2-17")]
    [Requirement("S3-44")]
    public void Find_Should_TellExactlyThat_When_OneThingHasDriftedApart(string what)
    {
        // arrange
        var (change, kind, subject, rule) = cases[what];
        var shop = change(new());

        // act
        var found = shop.Find();
        var without = shop.Find(DriftCheck.Rules.Where(one => one.GetType() != rule));

        // assert
        var finding = found.ShouldHaveSingleItem();
        (finding.Kind, finding.Subject).ShouldBe((kind, subject));
        finding.Message.ShouldEndWith(".");
        without.ShouldBeEmpty();
    }

    [Fact]
    public void Cases_Should_KnowEveryKind() =>
        cases.Values.Select(one => one.Kind).Distinct().Order().ShouldBe(Enum.GetValues<DriftKind>());

    [Theory]
    [InlineData("host", true)]
    [InlineData("stranger", false)]
    public void Find_Should_TakeNumbersForHeld_When_WhoRunsThemIsGivenTheCategory(string runs, bool held)
    {
        // arrange
        var shop = new SoundShop();
        var numbers = shop.Sources[0] with
        {
            Id = "statistics",
            Stewardship = new() { Operator = new(OperatorRole.Processor, runs, "C-1") },
            Descriptor = new() { Accepts = [], RecordTypes = [], AggregateOnly = true },
        };
        shop = shop.Pack(pack => pack with { Recipients = [pack.Recipients[0] with { Categories = ["contact", "sums"] }] });

        // act
        var found = (shop with
        {
            Register = shop.Register with { Categories = [.. shop.Register.Categories, new("sums", "Sums")] },
            Sources = [.. shop.Sources, numbers],
        }).Find();

        // assert
        found.Any(finding => finding.Kind == DriftKind.CategoryNotHeld).ShouldBe(!held);
    }

    [Fact]
    public void Find_Should_NotTakeNumbersForFields_When_ARecipientGetsSegmentsOnly() =>
        new SoundShop().Pack(pack => pack with { Recipients = [pack.Recipients[0] with { Fields = ["visitsPerDay"], Granularity = Granularity.Segment }] })
            .Find().ShouldBeEmpty();

    [Fact]
    public void Find_Should_SayNothingOfWhatNobodyHolds_When_ASourceIsNotKnown() =>
        new SoundShop().Pack(pack => pack with { Recipients = [pack.Recipients[0] with { Fields = ["customer.shoeSize"] }] })
            .Source(source => source with { Descriptor = null })
            .Find().Select(finding => finding.Kind).ShouldBe([DriftKind.SourceNotKnown]);

    [Fact]
    [Requirement("S2-17")]
    public void Find_Should_FillTheCategoryFromWhatSourcesHold_When_TheNoticeDoesNotNameIt()
    {
        var shop = new SoundShop();

        var finding = (shop with { Register = shop.Register with { Categories = [shop.Register.Categories[0] with { InNotice = false }, shop.Register.Categories[1]] } })
            .Find().ShouldHaveSingleItem();

        finding.Severity.ShouldBe(DriftSeverity.Remark);
        finding.Message.ShouldContain("crm customer.email");
        finding.Statements.ShouldBe(["contents"]);
    }
}
