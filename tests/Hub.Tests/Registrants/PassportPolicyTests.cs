using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Passports;

namespace PersonalDataHub.Hub.Tests.Registrants;

/// <summary>What the policy of a register says of one field at one source.</summary>
public sealed class PassportPolicyTests
{
    private static readonly Register Shop = new()
    {
        Id = "shop",
        Name = "Shop",
        Controller = new("Shop Oy", null),
        PrimarySource = "crm",
        Categories =
        [
            new("contact", "Contact") { Names = new("Yhteystiedot", "Contact"), Block = "basic", Dpv = ["pd:EmailAddress"], SelfService = Both("Own pages"), Statements = ["contents"] },
            new("kin", "Next of kin") { ThirdParty = true },
            new("traffic", "Traffic") { Secrecy = Secrecy.Communications, Special = true },
        ],
        Purposes =
        [
            new("service", "Service", new HashSet<string> { "contact", "kin" }) { Bases = ["contract"], Statements = ["why"] },
            new("marketing", "Marketing", new HashSet<string> { "contact" }) { Bases = ["interest"], Nature = PurposeNature.DirectMarketing },
            new("analysis", "Analysis", new HashSet<string> { "traffic" }) { Bases = ["interest"] },
            new("rights", "Rights", null) { Nature = PurposeNature.Rights, Bases = ["contract"] },
        ],
        Precedence = ["crm"],
        Pack = PolicyPack.Empty with
        {
            Version = "v1",
            Statements =
            [
                new("contents", NoticeHeading.DataContents, [], Both("We hold contact data.")),
                new("why", NoticeHeading.Purposes, [], Both("For service.")),
                new("take-along", NoticeHeading.Portability, [], Both("You may take data along.")),
                new("other", NoticeHeading.Cookies, [], Both("Cookies.")),
            ],
            Blocks = [new("basic", Both("Basic data"))],
            Bases =
            [
                new("contract", BasisKind.Contract, Both("Contract")),
                new("interest", BasisKind.LegitimateInterest, Both("Relationship")) { Interest = Both("Selling to customers") },
            ],
            Origins =
            [
                new("given", OriginKind.Registrant, Both("From you")) { Sources = ["crm"] },
                new("updates", OriginKind.UpdateService, Both("Update services")) { Fields = ["customer.email"] },
                new("partners", OriginKind.Partner, Both("Partners")) { Sources = ["feed"] },
            ],
            Recipients =
            [
                new("staff", RecipientKind.OwnStaff, Both("Own staff")),
                new("mailer", RecipientKind.Processor, Both("Mailer")) { Categories = ["contact"], Fields = ["customer.email"] },
                new("unbounded", RecipientKind.Processor, Both("Whoever")),
                new("accountant", RecipientKind.Processor, Both("Accountant")) { Categories = ["billing"] },
            ],
            Retention =
            [
                new("years", Both("Three years"), RetentionTrigger.RelationshipEnd, new(3, 0, 0)) { Categories = ["contact"] },
                new("feed-only", Both("A month"), RetentionTrigger.StoredAt, new(0, 1, 0)) { Sources = ["feed"] },
                new("analysis-only", Both("A year"), RetentionTrigger.StoredAt, new(1, 0, 0)) { Purposes = ["analysis"] },
            ],
            Blockers =
            [
                new("in-force", BlockerKind.RelationshipInForce, Both("In force"), Both("End of it")) { Fact = "contractInForce", Article = "Art. 17(1)" },
                new("invoice", BlockerKind.OpenInvoice, Both("Open"), Both("Payment")) { Fact = "openInvoice", Article = "Art. 17(3)(e)", Fields = ["customer.phone"] },
            ],
        },
    };

    [Fact]
    public void Policy_Should_NameCategoryUsesAndBases_When_TheRegisterDeclaresThem()
    {
        var policy = PolicyOf("email");

        policy.DataCategory.ShouldNotBeNull();
        policy.DataCategory.BlockName.ShouldBe(Both("Basic data"));
        policy.DataCategory.Dpv.ShouldBe(["pd:EmailAddress"]);
        policy.Uses.Select(use => (use.Purpose, string.Join(",", use.Bases.Select(basis => basis.Article)))).ShouldBe(
            [("service", "GDPR Art. 6(1)(b)"), ("marketing", "GDPR Art. 6(1)(f)"), ("rights", "GDPR Art. 6(1)(b)")]);
        policy.Uses[1].Bases[0].Interest.ShouldBe(Both("Selling to customers"));
        policy.PackVersion.ShouldBe("v1");
    }

    [Fact]
    [Requirement("S0-14")]
    public void Policy_Should_SayUndeclaredAndStayVisible_When_TheNoticeDoesNotNameTheCategory()
    {
        var policy = PolicyOf("hobby");

        policy.Category.ShouldBe("interests");
        policy.CategoryDeclared.ShouldBeFalse();
        policy.DataCategory.ShouldBeNull();
        policy.Uses.Select(use => use.Purpose).ShouldBe(["rights"]);
    }

    [Theory]
    [InlineData("kinName", true)]
    [InlineData("helper", true)]
    [InlineData("email", false)]
    [Requirement("S0-17")]
    [Requirement("S0-24")]
    public void Policy_Should_FlagOthersData_When_TheFieldOrItsCategoryIsAboutSomebodyElse(string field, bool thirdParty) =>
        PolicyOf(field).ThirdParty.ShouldBe(thirdParty);

    [Fact]
    public void Policy_Should_NameOrigins_When_TheNoticeSaysThemOfTheSourceOrTheField()
    {
        PolicyOf("email").Origins.Select(origin => origin.Id).ShouldBe(["given", "updates"]);
        PolicyOf("email", "feed").Origins.Select(origin => origin.Id).ShouldBe(["updates", "partners"]);
        PolicyOf("phone").Origins.Select(origin => origin.Id).ShouldBe(["given"]);
    }

    [Fact]
    [Requirement("S1-09")]
    [Requirement("S2-10")]
    [Requirement("S2-18")]
    public void Policy_Should_NameOnlyRecipientsOfThatField_When_ARecipientGetsExactFields()
    {
        PolicyOf("email").Recipients.Select(recipient => recipient.Id).ShouldBe(["staff", "mailer"]);
        PolicyOf("phone").Recipients.Select(recipient => recipient.Id).ShouldBe(["staff"]);
    }

    [Fact]
    public void Policy_Should_NameRetentionAndBlockers_When_RulesCoverTheField()
    {
        PolicyOf("email").Retention.Select(rule => (rule.Id, rule.Period)).ShouldBe([("years", "P3Y")]);
        PolicyOf("email", "feed").Retention.Select(rule => rule.Id).ShouldBe(["years", "feed-only"]);
        PolicyOf("calls").Retention.Select(rule => rule.Id).ShouldBe(["analysis-only"]);
        PolicyOf("email").Blockers.Select(rule => rule.Id).ShouldBe(["in-force"]);
        PolicyOf("phone").Blockers.Select(rule => rule.Id).ShouldBe(["in-force", "invoice"]);
    }

    [Fact]
    [Requirement("S0-49")]
    public void Policy_Should_SayWhereAPersonCorrectsAlone_When_TheCategoryHasAPlace()
    {
        PolicyOf("email").Correction.ShouldSatisfyAllConditions(
            correction => correction.Way.ShouldBe(CorrectionWay.SelfService),
            correction => correction.Place.ShouldBe(Both("Own pages")),
            correction => correction.OnRequest.ShouldBe(CorrectionWay.ByRequest));
        PolicyOf("kinName").Correction.Way.ShouldBe(CorrectionWay.ByRequest);
        PolicyOf("kinName", "archive", AbilityMode.Manual).Correction.Way.ShouldBe(CorrectionWay.ByHand);
        PolicyOf("kinName", "feed", mode: null).Correction.Way.ShouldBe(CorrectionWay.ByArrangement);
    }

    [Theory]
    [InlineData("email", SourceMedium.Digital, PortabilityReason.Portable)]
    [InlineData("email", SourceMedium.Paper, PortabilityReason.NotAutomated)]
    [InlineData("kinName", SourceMedium.Digital, PortabilityReason.PortableWithCare)]
    [InlineData("calls", SourceMedium.Digital, PortabilityReason.OtherBasis)]
    [InlineData("segment", SourceMedium.Digital, PortabilityReason.Inferred)]
    [InlineData("hobby", SourceMedium.Digital, PortabilityReason.OtherBasis)]
    [Requirement("S0-52")]
    [Requirement("S3-58")]
    [Requirement("S2-59")]
    public void Policy_Should_SayWhetherItCanBeTakenAlongAndWhy_When_OriginBasisAndMediumDecide(
        string field, SourceMedium medium, PortabilityReason reason)
    {
        var portability = PolicyOf(field, medium: medium).Portability;

        portability.Reason.ShouldBe(reason);
        portability.Portable.ShouldBe(reason is PortabilityReason.Portable or PortabilityReason.PortableWithCare);
        portability.Statements.ShouldBe(["take-along"]);
    }

    [Fact]
    public void Policy_Should_ResolveStatementsOnce_When_SeveralPartsRestOnThem() =>
        PolicyOf("email").Statements.Select(statement => statement.Text.En).ShouldBe(["We hold contact data.", "For service.", "You may take data along."]);

    [Fact]
    public void Policies_Should_BeMadeOnce_Until_TheRegisterOrTheSourceIsAnother()
    {
        // arrange
        var policies = new PassportPolicies();
        var source = SourceOf("crm", AbilityMode.Native, SourceMedium.Digital);
        var (type, field) = (source.Descriptor!.RecordTypes[0], source.Descriptor.RecordTypes[0].Fields[0]);

        // act
        var policy = policies.Of(Shop, source).Of(type, field);

        // assert
        policies.Of(Shop, source).Of(type, field).ShouldBeSameAs(policy);
        policies.Of(Shop with { Name = "Another" }, source).Of(type, field).ShouldNotBeSameAs(policy);
        policies.Of(Shop, source with { Name = "Another" }).Of(type, field).ShouldNotBeSameAs(policy);
    }

    [Theory]
    [InlineData(true, false, StorageDate.Stated)]
    [InlineData(false, false, StorageDate.SourceDoesNotSay)]
    [InlineData(false, true, StorageDate.Withheld)]
    [Requirement("S0-28")]
    public void Passport_Should_SayWhetherTheStorageDateIsKnown_When_TheSourceStoresOne(bool stated, bool withheld, StorageDate date) =>
        new Passport
        {
            StoredAt = stated ? DateTimeOffset.UnixEpoch : null,
            ObservedAt = null,
            AsOf = DateTimeOffset.UnixEpoch,
            Policy = PolicyOf("email"),
            IsWithheld = withheld,
        }.StorageDate.ShouldBe(date);

    private static LocalText Both(string text) => new(text, text);

    private static PassportPolicy PolicyOf(
        string field, string source = "crm", AbilityMode? mode = AbilityMode.Native, SourceMedium medium = SourceMedium.Digital)
    {
        var holder = SourceOf(source, mode, medium);
        var type = holder.Descriptor!.RecordTypes[0];
        return new(Shop, holder, type, type.Fields.Single(one => one.Name == field));
    }

    private static Source SourceOf(string id, AbilityMode? mode, SourceMedium medium) => new()
    {
        Register = "shop",
        Id = id,
        Name = id,
        ConnectorId = "crm",
        State = SourceState.Active,
        Stewardship = new() { Medium = medium },
        Descriptor = new()
        {
            Accepts = [],
            Abilities = mode is { } how ? [new() { Ability = Ability.Rectification, Mode = how }] : [],
            RecordTypes =
            [
                new()
                {
                    Name = "customer",
                    PluralName = "customers",
                    Description = "A customer.",
                    Category = "contact",
                    Origin = DataOrigin.Provided,
                    Fields =
                    [
                        Text("email"),
                        Text("phone"),
                        Text("kinName") with { Category = "kin" },
                        Text("helper") with { ThirdParty = true },
                        Text("calls") with { Category = "traffic", Origin = DataOrigin.Observed },
                        Text("segment") with { Origin = DataOrigin.Inferred },
                        Text("hobby") with { Category = "interests" },
                    ],
                },
            ],
        },
    };

    private static RecordField Text(string name) => new() { Name = name, Kind = FieldKind.Text, Description = "A field." };
}
