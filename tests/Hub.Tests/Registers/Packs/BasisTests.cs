using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Law;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Tests.Registers.Packs;

/// <summary>On what processing rests: without a basis there is none.</summary>
public sealed class BasisTests
{
    [Theory]
    [Requirement("S0-05"), Requirement("S2-15"), Requirement("S2-16"), Requirement("S3-05"), Requirement("S4-05")]
    [InlineData("wellbeing", "four-bases", "LegitimateInterest Consent Contract LegitimateInterest")]
    [InlineData("social-care", "rests-on-contract", "Contract")]
    [InlineData("social-care", "interest-is-the-relationship", "LegitimateInterest")]
    [InlineData("telecom", "contract-or-consent", "Contract Consent")]
    [InlineData("sole-trader", "contract-connection-or-consent", "Contract LegitimateInterest Consent")]
    public void Bases_Should_BeTheNotices_When_AStatementNamesThem(string id, string statement, string kinds)
    {
        var pack = Packs.Of(id).Pack;

        pack.Bases.Where(basis => basis.Statements.Contains(statement)).Select(basis => basis.Kind.ToString()).ShouldBe(kinds.Split(' '));
        pack.Bases.Where(basis => basis.Kind == BasisKind.LegitimateInterest).ShouldAllBe(basis => basis.Interest != null);
    }

    // Nothing is processed for a purpose that rests on nothing.
    [Theory]
    [Requirement("S0-05")]
    [InlineData("wellbeing", "    bases: [customer-relationship, assignment]\n    statements: [looking-after-customers]", "    statements: [looking-after-customers]", "customer-relationship")]
    [InlineData("telecom", "    bases: [contract]\n    statements: [handling-contacts]", "    statements: [handling-contacts]", "contact-handling")]
    public void Explain_Should_Refuse_When_ThePurposeRestsOnNothing(string id, string piece, string to, string purpose)
    {
        Packs.Of(id).Explain("contact", purpose).Allowed.ShouldBeTrue();

        var register = Packs.Changed(id, piece, to).Register.ShouldNotBeNull();

        register.Explain("contact", purpose).ShouldSatisfyAllConditions(
            answer => answer.Allowed.ShouldBeFalse(), answer => answer.Reason.ShouldContain("rests on no legal basis"));
        register.Explain("contact", "data-subject-rights").Allowed.ShouldBeTrue();
    }

    // Two bases live side by side; which holds is a matter of the purpose, and what may be objected to follows.
    [Theory]
    [Requirement("S2-16")]
    [InlineData("customer-relationship", BasisKind.Contract)]
    [InlineData("social-services", BasisKind.Contract)]
    [InlineData("business-development", BasisKind.LegitimateInterest)]
    [InlineData("direct-marketing", BasisKind.LegitimateInterest)]
    [InlineData("personal-content", BasisKind.Consent)]
    public void Explain_Should_ResolveTheBasisByPurpose_When_ARegisterHasSeveral(string purpose, BasisKind kind)
    {
        var register = Packs.Of("social-care");

        register.Explain("orders", purpose).Bases[0].Kind.ShouldBe(kind);
    }

    // The act that the notice cites was in force when it was written and is not now; the hub cites what is.
    [Theory]
    [Requirement("S1-07"), Requirement("S2-08")]
    [InlineData("studio", "within-the-personal-data-act", true, false)]
    [InlineData("social-care", "within-the-regulation", true, true)]
    public void InForce_Should_BeCheckable_When_ANoticeCitesItsLaw(string id, string statement, bool then, bool now)
    {
        var register = Packs.Of(id);
        var cited = Packs.StatementOf(register, statement);
        var written = register.Pack.Notices[0].From!.Value;

        LegalActs.InForce(cited.Articles[0], written).ShouldBe(then);
        LegalActs.InForce(cited.Articles[0], new(2026, 11, 21)).ShouldBe(now);
        (cited.Instead is null).ShouldBe(now);
        cited.InsteadBy.ShouldAllBe(law => LegalActs.InForce(law, new(2026, 11, 21)) == true);
    }

    [Theory]
    [Requirement("S2-05")]
    [InlineData("identity", "customer", "identityCode", ProvisionRequirement.Statutory, "Social services cannot be arranged.")]
    [InlineData("identity", "customer", "familyName", ProvisionRequirement.Contractual, "No service can be agreed on.")]
    [InlineData("contact", "customer", "email", ProvisionRequirement.Contractual, "No service can be agreed on.")]
    [InlineData("permissions", "marketingPermission", "allowed", ProvisionRequirement.Voluntary, "Nothing follows.")]
    public void ProvisionOf_Should_AnswerPerField_When_TheNoticeAsksWhetherDataMustBeGiven(
        string category, string recordType, string field, ProvisionRequirement requirement, string consequence)
    {
        var rule = Packs.Of("social-care").ProvisionOf(category, recordType, field).ShouldNotBeNull();

        rule.Requirement.ShouldBe(requirement);
        rule.Consequence.En.ShouldBe(consequence);
        rule.Statements.ShouldBe(["is-giving-required"]);
    }

    [Fact]
    public void ProvisionOf_Should_TakeTheCategorys_When_NoRuleNamesTheField()
    {
        var rule = Packs.Of("telecom").ProvisionOf("identity", "customer", "familyName").ShouldNotBeNull();

        rule.Requirement.ShouldBe(ProvisionRequirement.Contractual);
        rule.Consequence.En.ShouldBe("No subscription can be opened.");
        Packs.Of("telecom").ProvisionOf("web", "visit", "browser").ShouldBeNull();
    }

    [Theory]
    [InlineData("wellbeing", IdentityCodeGround.HealthCare)]
    [InlineData("social-care", IdentityCodeGround.SocialCare)]
    [InlineData("telecom", IdentityCodeGround.CreditAndCollection)]
    [InlineData("sole-trader", IdentityCodeGround.CreditAndCollection)]
    [InlineData("studio", null)]
    public void IdentityCode_Should_HaveAGroundInLaw_When_TheRegisterHoldsIdentityCodes(string id, IdentityCodeGround? ground)
    {
        var register = Packs.Of(id);

        (register.Pack.IdentityCode?.Ground).ShouldBe(ground);
        register.Categories.Any(category => category.Dpv.Contains("pd:OfficialID")).ShouldBe(ground is not null);
    }
}
