using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Tests.Registers.Packs;

/// <summary>What the registers are called, which notice applied when, and what stands in it twice.</summary>
public sealed class NoticeTests
{
    [Theory]
    [Requirement("S0-01"), Requirement("S1-01"), Requirement("S2-01"), Requirement("S3-01")]
    [InlineData("wellbeing", "2017-05-31", null)]
    [InlineData("wellbeing", "2017-06-01", "2017-06-01")]
    [InlineData("studio", "2018-01-03", null)]
    [InlineData("studio", "2018-01-04", "2018-01-04")]
    [InlineData("social-care", "2019-05-28", null)]
    [InlineData("social-care", "2019-05-29", "2019-05-29")]
    [InlineData("telecom", "2018-05-24", null)]
    [InlineData("telecom", "2018-05-25", "2018-05-25")]
    [InlineData("telecom", "2026-11-21", "2018-05-25")]
    [InlineData("sole-trader", "1999-01-01", "undated")]
    public void NoticeOn_Should_HaveOneAnswer_When_ADayIsAsked(string register, string day, string? notice) =>
        (Packs.Of(register).Pack.NoticeOn(DateOnly.Parse(day))?.Id).ShouldBe(notice);

    // Two registers bear the same name and stay two.
    [Fact]
    [Requirement("S1-04"), Requirement("S2-04")]
    public void Names_Should_BeTheNotices_When_TwoRegistersShareOne()
    {
        Packs.Of("studio").Names.ShouldBe(new LocalText("Asiakasrekisteri", "Customer register"));
        Packs.Of("social-care").Names.ShouldBe(Packs.Of("studio").Names);
        Packs.Of("social-care").Id.ShouldNotBe(Packs.Of("studio").Id);
        Packs.StatementOf(Packs.Of("studio"), "named-customer-register").Heading.ShouldBe(NoticeHeading.RegisterName);
    }

    [Fact]
    [Requirement("S3-04")]
    public void Names_Should_HaveTheShortOnes_When_TheNoticeGivesThem()
    {
        var register = Packs.Of("telecom");

        register.Names.En.ShouldBe("Customer register of the telecom operator");
        register.Controller.Aliases.ShouldBe(["Esimerkki Tele"]);
        register.Aliases.ShouldHaveSingleItem().ShouldStartWith(register.Controller.Aliases[0]);
    }

    // Description under one act, notice under another: which of the two it had to be depends on the day.
    [Theory]
    [InlineData("2018-05-24", "personal-data-act")]
    [InlineData("2018-12-31", "personal-data-act, gdpr")]
    [InlineData("2019-01-01", "gdpr")]
    public void RegimesOn_Should_FollowTheLaw_When_ANoticeCarriesTwo(string day, string regimes)
    {
        var notice = Packs.Of("sole-trader").Pack.NoticeOn(DateOnly.Parse(day)).ShouldNotBeNull();

        string.Join(", ", notice.RegimesOn(DateOnly.Parse(day)).Select(act => act.Id)).ShouldBe(regimes);
    }

    [Fact]
    [Requirement("S4-04")]
    public void FamilyOf_Should_PartCustomersFromMarketing_When_OneNameHasBoth()
    {
        var register = Packs.Of("sole-trader");
        var customers = register.FamilyOf("customer-relationship").Select(purpose => purpose.Id).ToList();
        var marketing = register.FamilyOf("marketing").ToList();

        customers.ShouldBe(["customer-relationship", "service-production", "service-messages", "invoicing"]);
        marketing.Select(purpose => purpose.Id).ShouldBe(
            ["marketing", "direct-advertising", "distance-selling", "direct-marketing", "opinion-research", "market-research", "web-targeting"]);

        // The one can be forbidden and the other not.
        marketing.ShouldAllBe(purpose => purpose.Default == PurposeDefault.OptOut || purpose.Default == PurposeDefault.OptIn);
        register.FamilyOf("customer-relationship").ShouldAllBe(purpose => purpose.Default == PurposeDefault.On);
        register.FamilyOf("nothing-of-the-kind").ShouldBeEmpty();
    }

    [Fact]
    [Requirement("S2-35")]
    public void Differences_Should_NameTheCopiesThatSayOtherwise_When_ARuleStandsInSeveralPlaces()
    {
        var register = Packs.Of("social-care");
        var transfer = NoticeCopies.Differences(register.Pack).ShouldHaveSingleItem();

        transfer.Statement.Id.ShouldBe("outside-the-eu-only-if-necessary");
        transfer.Copy.Heading.ShouldBe(NoticeHeading.Sources);

        // One rule, however often it is said.
        register.Pack.Transfers.ShouldNotBeNull().Statements.ShouldBe(["outside-the-eu-only-if-necessary"]);
        register.Pack.Statements.Count(statement => statement.Copies.Count > 0).ShouldBe(3);
    }
}
