using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Tests.Registers.Packs;

/// <summary>Who answers for the registers, and who handles what.</summary>
public sealed class ControllerTests
{
    [Theory]
    [Requirement("S2-02"), Requirement("S3-02"), Requirement("S4-02")]
    [InlineData("wellbeing", "9900006-9", true, true)]
    [InlineData("social-care", "9900001-8", false, true)]
    [InlineData("telecom", "9900005-0", true, true)]
    [InlineData("sole-trader", "9900002-6", false, true)]
    public void Controller_Should_BeACompanyThatCanBeReached_When_ItHasABusinessId(string id, string businessId, bool phone, bool email)
    {
        var controller = Packs.Of(id).Controller;

        controller.BusinessId.ShouldBe(businessId);
        controller.Address.ShouldNotBeNullOrWhiteSpace();
        (controller.Phone is not null).ShouldBe(phone);
        (controller.Email is not null).ShouldBe(email);

        // The check digit is held to the rule: one digit off is no business id.
        var wrong = $"{businessId[..8]}{(businessId[8] - '0' + 1) % 10}";
        Packs.Changed(id, businessId, wrong).Mistakes.ShouldContain(mistake => mistake.Contains("'businessId' is not a Finnish business id", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("S1-02")]
    public void Controller_Should_BeValid_When_ItIsAPersonWithoutABusinessId()
    {
        var controller = Packs.Of("studio").Controller;

        controller.BusinessId.ShouldBeNull();
        controller.NaturalPerson.ShouldBeTrue();
        controller.ShouldSatisfyAllConditions(
            one => one.Name.ShouldNotBeEmpty(), one => one.Address.ShouldNotBeNull(), one => one.Phone.ShouldNotBeNull(), one => one.Email.ShouldNotBeNull());
    }

    [Theory]
    [Requirement("S0-03"), Requirement("S2-03"), Requirement("S2-60"), Requirement("S2-69"), Requirement("S3-03"), Requirement("S4-03")]
    [InlineData("wellbeing", RegistrantRight.Objection, ContactRole.DataProtectionOfficer)]
    [InlineData("wellbeing", RegistrantRight.Withdrawal, ContactRole.CustomerService)]
    [InlineData("studio", RegistrantRight.Rectification, ContactRole.RegisterKeeper)]
    [InlineData("social-care", RegistrantRight.Access, ContactRole.ContactPerson)]
    [InlineData("social-care", RegistrantRight.Portability, ContactRole.ContactPerson)]
    [InlineData("social-care", RegistrantRight.Restriction, ContactRole.ResponsiblePerson)]
    [InlineData("social-care", RegistrantRight.Rectification, ContactRole.CustomerService)]
    [InlineData("telecom", RegistrantRight.Access, ContactRole.PrivacyMailbox)]
    [InlineData("telecom", RegistrantRight.Complaint, ContactRole.ResponsiblePerson)]
    [InlineData("sole-trader", RegistrantRight.Access, ContactRole.ContactPerson)]
    public void AssigneeOf_Should_BeWhomTheNoticeNames_When_ARightIsUsed(string id, RegistrantRight right, ContactRole role)
    {
        var assignee = Packs.Of(id).Pack.AssigneeOf(right).ShouldNotBeNull();

        assignee.Role.ShouldBe(role);
        assignee.Email.ShouldNotBeNull();
    }

    [Fact]
    public void AssigneeOf_Should_FindAStandIn_When_TheNoticeSaysNothingOfTheRight()
    {
        var pack = Packs.Of("sole-trader").Pack;

        pack.FormalityOf(RegistrantRight.Portability).ShouldBeNull();
        pack.AssigneeOf(RegistrantRight.Portability)!.Role.ShouldBe(ContactRole.ContactPerson);
        PolicyPack.Empty.AssigneeOf(RegistrantRight.Portability).ShouldBeNull();
    }

    [Theory]
    [Requirement("S0-03"), Requirement("S3-03")]
    [InlineData("wellbeing", ContactRole.DataProtectionOfficer, "tietosuoja@hyvinvointi.example.org")]
    [InlineData("telecom", ContactRole.ResponsiblePerson, "rekisteri@tele.example.org")]
    [InlineData("sole-trader", ContactRole.ContactPerson, "helmi@mainos.example.org")]
    public void EscalationOf_Should_BeWhoAnswersInTheEnd_When_ACaseIsNotSettled(string id, ContactRole role, string email)
    {
        var contact = Packs.Of(id).Pack.EscalationOf().ShouldNotBeNull();

        contact.Role.ShouldBe(role);
        contact.Email.ShouldBe(email);
    }
}
