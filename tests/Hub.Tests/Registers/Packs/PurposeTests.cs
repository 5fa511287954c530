using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Tests.Registers.Packs;

/// <summary>What may be looked at for which purpose, on which basis, by which sentence.</summary>
public sealed class PurposeTests
{
    // Each purpose of the notices, with exactly the categories it sees, its bases of Art. 6(1) and the sentence that names it.
    [Theory]
    [Requirement("S0-06"), Requirement("S0-07"), Requirement("S0-08"), Requirement("S0-09"), Requirement("S0-10")]
    [Requirement("S0-11"), Requirement("S1-05"), Requirement("S1-06"), Requirement("S1-10"), Requirement("S2-06")]
    [Requirement("S2-07"), Requirement("S2-11"), Requirement("S3-06"), Requirement("S3-07"), Requirement("S3-08")]
    [Requirement("S3-09"), Requirement("S3-10"), Requirement("S3-11"), Requirement("S3-13"), Requirement("S3-14")]
    [Requirement("S4-06"), Requirement("S4-07"), Requirement("S4-08"), Requirement("S4-09"), Requirement("S4-10")]
    [Requirement("S4-11")]
    [InlineData("wellbeing", "customer-relationship", "identity contact kin household service-use payments collection loyalty deliveries feedback staff-notes permissions authentication", "f b", "looking-after-customers")] // S0-06
    [InlineData("wellbeing", "customer-analysis", "identity service-use payments loyalty feedback", "f", "analysing-customers")] // S0-07
    [InlineData("wellbeing", "feedback", "identity contact feedback service-use", "f", "collecting-feedback")] // S0-08
    [InlineData("wellbeing", "market-research", "identity contact permissions feedback", "f", "surveys")] // S0-09
    [InlineData("wellbeing", "opinion-research", "identity contact permissions feedback", "f", "surveys")] // S0-09
    [InlineData("wellbeing", "effectiveness-research", "service-use feedback", "f", "studying-effects")] // S0-10
    [InlineData("wellbeing", "call-proof", "recordings traffic identity", "b", "recording-calls")] // S0-11
    [InlineData("wellbeing", "call-protection", "recordings traffic identity", "f", "recording-calls")] // S0-11
    [InlineData("wellbeing", "call-training", "recordings", "f", "recording-calls")] // S0-11
    [InlineData("wellbeing", "call-quality", "recordings", "f", "recording-calls")] // S0-11
    [InlineData("studio", "customer-relationship", "identity contact orders payments collection permissions", "b", "keeping-the-customer-register")] // S1-05
    [InlineData("studio", "business-development", "orders", "f", "developing-the-business")] // S1-06
    [InlineData("studio", "personal-content", "orders web permissions", "a", "developing-the-business")] // S1-06
    [InlineData("studio", "partner-processing", "identity contact orders payments", "b", "only-through-interfaces")] // S1-10
    [InlineData("social-care", "customer-relationship", "identity contact relationship orders company-contact payments collection permissions", "b", "keeping-the-customer-register")] // S2-06
    [InlineData("social-care", "business-development", "orders", "f", "developing-the-business")] // S2-07
    [InlineData("social-care", "partner-processing", "identity contact orders payments", "b", "only-through-interfaces")] // S2-11
    [InlineData("telecom", "customer-relationship", "identity contact relations contract permissions service", "b", "keeping-the-relationship")] // S3-06
    [InlineData("telecom", "customer-service", "identity contact relations contract billing collection permissions service recordings barring", "b", "serving-customers")] // S3-07
    [InlineData("telecom", "service-production", "identity contact contract barring", "b", "making-services")] // S3-08
    [InlineData("telecom", "contact-handling", "identity contact relations contract service recordings", "b", "handling-contacts")] // S3-09
    [InlineData("telecom", "marketing", "identity contact contract permissions", "a f", "marketing-is-a-purpose")] // S3-10
    [InlineData("telecom", "planning-statistics", "contract billing", "f", "planning-and-statistics")] // S3-11
    [InlineData("telecom", "fault-investigation", "identity contact contract traffic service barring", "b", "investigating-faults")] // S3-13
    [InlineData("telecom", "operations", "identity contact contract billing collection", "b f", "running-the-business")] // S3-14
    [InlineData("sole-trader", "customer-relationship", "identity contact organisation customership payments collection permissions messages", "b f", "managing-relationships")] // S4-06
    [InlineData("sole-trader", "analysis-statistics", "customership payments organisation", "f", "analysis-and-statistics")] // S4-07
    [InlineData("sole-trader", "service-production", "identity contact organisation customership messages", "b", "producing-services")] // S4-08
    [InlineData("sole-trader", "invoicing", "identity contact organisation payments collection", "b c", "invoicing")] // S4-09
    [InlineData("sole-trader", "direct-advertising", "identity contact organisation permissions", "f a", "own-direct-advertising")] // S4-10
    [InlineData("sole-trader", "web-targeting", "web permissions", "a", "aiming-web-marketing")] // S4-11
    public void Explain_Should_AllowTheNamedCategoriesOnly_When_TheNoticeHasThePurpose(
        string id, string purpose, string categories, string bases, string statement)
    {
        var register = Packs.Of(id);

        foreach (var category in register.Categories)
        {
            var answer = register.Explain(category.Id, purpose);
            var named = categories.Split(' ').Contains(category.Id);

            answer.Allowed.ShouldBe(named, $"{purpose} {category.Id}: {answer.Reason}");
            answer.Allowed.ShouldBe(register.FindPurpose(purpose)!.Allows(category.Id));
            answer.Bases.Select(basis => basis.Article).ShouldBe(bases.Split(' ').Select(letter => $"GDPR Art. 6(1)({letter})"));
            answer.Statements.ShouldContain(one => one.Id == statement);
            answer.Articles.ShouldBe(answer.Bases.Select(basis => basis.Article).Concat(answer.Statements.SelectMany(one => one.Articles)).Distinct());
        }
    }

    // One recording serves four purposes, each of which can end while another keeps it.
    [Fact]
    [Requirement("S0-11")]
    public void FamilyOf_Should_HaveFourThatEndApart_When_CallsAreRecorded()
    {
        var register = Packs.Of("wellbeing");
        var parts = register.FamilyOf("call-recording").Where(purpose => purpose.PartOf == "call-recording").Select(purpose => purpose.Id).ToList();

        parts.ShouldBe(["call-proof", "call-protection", "call-training", "call-quality"]);
        parts.Select(part => register.Explain("recordings", part).Retention.ShouldHaveSingleItem().Period).ShouldBe(
            [new Period(3, 0, 0), new Period(3, 0, 0), new Period(0, 3, 0), new Period(0, 3, 0)]);
    }

    [Fact]
    [Requirement("S0-10")]
    public void Nature_Should_BeResearch_When_ThePurposeIsToStudyEffects()
    {
        var register = Packs.Of("wellbeing");

        register.Purposes.Where(purpose => purpose.Nature == PurposeNature.Research).ShouldHaveSingleItem().Id.ShouldBe("effectiveness-research");
        register.Explain("feedback", "effectiveness-research").Articles.ShouldContain("GDPR Art. 89");
        register.Pack.Blockers.Single(blocker => blocker.Kind == BlockerKind.Research).ShouldSatisfyAllConditions(
            blocker => blocker.Article.ShouldBe("GDPR Art. 17(3)(d)"), blocker => blocker.Anonymise.ShouldBeTrue());
    }

    // What the notice says under profiling points at purposes; one that is none is a mistake at its line.
    [Fact]
    [Requirement("S0-12")]
    public void Read_Should_ResolveTheProfilingPurposes_When_AnotherPartOfTheNoticeNamesThem()
    {
        var register = Packs.Of("wellbeing");

        register.Pack.Profiling.Purposes.Select(register.FindPurpose).ShouldAllBe(purpose => purpose!.Nature == PurposeNature.Profiling);
        register.Explain("profiling", "demand-profiling").Statements.ShouldContain(one => one.Id == "profiling-is-a-purpose");
        Packs.Changed("wellbeing", "purposes: [demand-profiling, marketing-profiling]", "purposes: [demand-profile]").Mistakes
            .ShouldContain(mistake => mistake.Contains("'purposes' names the purpose 'demand-profile', which is not declared", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("telecom", "traffic", "customer-service", "The purpose 'customer-service' does not name the category 'traffic'.")]
    [InlineData("telecom", "contact", "sightseeing", "The register has no such purpose; it has: customer-service, ")]
    [InlineData("telecom", "horoscope", "customer-service", "The register declares no category 'horoscope'")]
    [InlineData("studio", "contact", "publication", "The purpose 'publication' is switched off")]
    public void Explain_Should_SayWhyNot_When_NothingAllowsIt(string id, string category, string purpose, string reason)
    {
        var answer = Packs.Of(id).Explain(category, purpose);

        answer.Allowed.ShouldBeFalse();
        answer.Reason.ShouldStartWith(reason);
    }

    [Fact]
    public void Explain_Should_NameWhatMaySeeIt_When_ThePurposeMayNot() =>
        Packs.Of("telecom").Explain("traffic", "customer-service").OtherPurposes.ShouldBe(["data-subject-rights", "fault-investigation"]);

    [Fact]
    public void Explain_Should_TellWhatKeepsTheData_When_ItMayBeUsed()
    {
        var answer = Packs.Of("telecom").Explain("contact", "customer-service");

        answer.Reason.ShouldBe("The purpose 'customer-service' names the category and rests on GDPR Art. 6(1)(b).");
        answer.Retention.Select(rule => rule.Id).ShouldBe(["basis-end", "claim-defence"]);
        Packs.Of("telecom").Explain("billing", "invoicing").Blockers.Select(rule => rule.Id).ShouldBe(["open-invoice", "open-collection"]);
        Packs.Of("telecom").Explain("contact", "marketing").Reason.ShouldEndWith("Of a person who has forbidden it nothing is used.");
        Packs.Of("telecom").Explain("horoscope", "data-subject-rights").ShouldSatisfyAllConditions(
            one => one.Allowed.ShouldBeTrue(), one => one.Reason.ShouldContain("which the register does not declare"));
    }
}
