using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Tests.Registers.Packs;

/// <summary>What whoever gets data has to have, and what a register's file is refused without.</summary>
public sealed class SharingTests
{
    [Theory]
    [Requirement("S0-13"), Requirement("S1-09"), Requirement("S1-10"), Requirement("S2-10"), Requirement("S2-11"), Requirement("S3-32")]
    [Requirement("S3-44"), Requirement("S4-23")]
    [InlineData("wellbeing", "    agreement: { reference: WB-2017-03, signedOn: 2017-05-15 }\n", "'agreement' is missing")] // S0-13
    [InlineData("wellbeing", "    task: { fi: Uutiskirjeiden lähetys, en: Sending newsletters }\n", "'task' is missing")] // S0-13
    [InlineData("studio", "    fields: [customer.givenNames, customer.familyName, customer.phone, serviceOrder]\n", "'fields' is missing")] // S1-09
    [InlineData("studio", "    interface: booking API\n", "'interface' is missing")] // S1-10
    [InlineData("social-care", "    fields: [billingAccount, invoice, payment]\n", "'fields' is missing")] // S2-10
    [InlineData("social-care", "    interface: case system service\n", "'interface' is missing")] // S2-11
    [InlineData("social-care", "    purposes: [social-services]\n", "'purposes' is missing")] // S2-11
    [InlineData("telecom", "    task: { fi: Ääni- ja sähköpostipalvelut, en: Voice and e-mail services }\n", "'task' is missing")] // S3-32
    [InlineData("telecom", "    agreement: { reference: ET-2018-09, signedOn: 2018-05-02 }\n", "'agreement' is missing")] // S3-44
    [InlineData("sole-trader", "    task: { fi: Laskutus ja kirjanpito, en: Invoicing and accounting }\n", "'task' is missing")] // S4-23
    public void Read_Should_RefuseTheRecipient_When_ItLacksWhatTheNoticeDemands(string id, string piece, string mistake)
    {
        Packs.Of(id).Pack.Sharing.Statements.ShouldNotBeEmpty();

        var (register, mistakes) = Packs.Changed(id, piece, string.Empty);

        register.ShouldBeNull();
        mistakes.ShouldHaveSingleItem().ShouldContain(mistake);
    }

    [Theory]
    [Requirement("S2-18")]
    [InlineData("own-staff", RecipientKind.OwnStaff)]
    [InlineData("financial-administration", RecipientKind.Processor)]
    public void Recipients_Should_BeStaffAndOutsourcing_When_TheNoticeNamesBoth(string recipient, RecipientKind kind)
    {
        var found = Packs.Of("social-care").Pack.FindRecipient(recipient).ShouldNotBeNull();

        found.Kind.ShouldBe(kind);
        found.Statements.ShouldContain("own-staff-and-outsourcing");
    }

    // Another register of the company is no outsider: it needs no ground of disclosure, and has none.
    [Theory]
    [Requirement("S1-08"), Requirement("S2-09")]
    [InlineData("studio")]
    [InlineData("social-care")]
    public void Recipients_Should_TellOwnUseFromDisclosure_When_DataStaysInTheCompany(string id)
    {
        var pack = Packs.Of(id).Pack;
        var own = pack.Recipients.Where(recipient => recipient.Statements.Contains("own-registers")).ShouldHaveSingleItem();

        own.Kind.ShouldBe(RecipientKind.OwnRegister);
        own.Grounds.ShouldBeEmpty();
        pack.Recipients.Where(recipient => recipient.Kind is RecipientKind.Processor or RecipientKind.Controller or RecipientKind.Authority)
            .ShouldAllBe(recipient => recipient.Grounds.Count > 0);
    }

    // In the order of the notice; S1-24 and S2-30 have exactly four gates besides the service that adds value.
    [Theory]
    [Requirement("S0-34"), Requirement("S1-24"), Requirement("S2-30"), Requirement("S3-30"), Requirement("S4-22")]
    [InlineData("wellbeing", "three-grounds-of-disclosure", "Contract Consent Statute")]
    [InlineData("studio", "four-gates-of-disclosure", "CreditApplication DebtCollection Invoicing Statute")]
    [InlineData("studio", "own-use-with-two-exceptions", "CreditApplication ValueAddedService")]
    [InlineData("social-care", "four-gates-of-disclosure", "CreditApplication DebtCollection Invoicing Statute")]
    [InlineData("social-care", "own-use-with-two-exceptions", "CreditApplication ValueAddedService")]
    [InlineData("telecom", "three-grounds-of-disclosure", "Contract Consent Statute")]
    [InlineData("sole-trader", "permission-or-law", "Consent Statute")]
    public void DisclosureGrounds_Should_BeTheNotices_When_AStatementNamesThem(string id, string statement, string kinds)
    {
        var pack = Packs.Of(id).Pack;

        pack.DisclosureGrounds.Where(ground => ground.Statements.Contains(statement)).Select(ground => ground.Kind.ToString()).ShouldBe(kinds.Split(' '));
        pack.DisclosureGrounds.ShouldAllBe(ground => ground.Statements.Count > 0);
        Packs.Changed(id, "grounds: [", "grounds: [nobodys-ground, ").Mistakes
            .ShouldContain(mistake => mistake.Contains("names the ground of disclosure 'nobodys-ground', which is not declared", StringComparison.Ordinal));
    }
}
