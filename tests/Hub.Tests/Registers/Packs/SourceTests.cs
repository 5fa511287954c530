using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Tests.Registers.Packs;

/// <summary>From whom data is, by source and field.</summary>
public sealed class SourceTests
{
    [Theory]
    [Requirement("S0-30"), Requirement("S0-31"), Requirement("S0-32"), Requirement("S0-33"), Requirement("S1-18"), Requirement("S1-19")]
    [Requirement("S1-20"), Requirement("S1-21"), Requirement("S1-22"), Requirement("S2-24"), Requirement("S2-25"), Requirement("S2-26")]
    [Requirement("S2-27"), Requirement("S2-28"), Requirement("S3-27"), Requirement("S3-28"), Requirement("S4-19"), Requirement("S4-20"), Requirement("S4-21")]
    [InlineData("wellbeing", "crm", "feedback", "words", "from-the-person-and-events", OriginKind.Registrant)] // S0-30
    [InlineData("wellbeing", "billing", "invoice", "total", "from-the-person-and-events", OriginKind.OwnSystems)] // S0-30
    [InlineData("wellbeing", "crm", "authenticationMethod", "means", "from-verification-services", OriginKind.UpdateService)] // S0-31
    [InlineData("wellbeing", "billing", "collectionCase", "status", "from-verification-services", OriginKind.CreditInformation)] // S0-31
    [InlineData("wellbeing", "crm", "postalAddress", "address", "from-population-register", OriginKind.PublicRegister)] // S0-32
    [InlineData("wellbeing", "insurance-partner", "insuredPerson", "address", "from-partners", OriginKind.Partner)] // S0-33
    [InlineData("studio", "orders", "serviceOrder", "total", "from-purchases", OriginKind.Purchases)] // S1-18
    [InlineData("studio", "orders", "customer", "email", "from-registrations", OriginKind.Registrant)] // S1-19
    [InlineData("studio", "orders", "customer", "postalAddress", "from-update-services", OriginKind.UpdateService)] // S1-20
    [InlineData("studio", "billing", "invoice", "total", "from-subcontractors", OriginKind.Subcontractor)] // S1-21
    [InlineData("studio", "web-analytics", "visit", "referrer", "from-digital-activity", OriginKind.DigitalActivity)] // S1-22
    [InlineData("social-care", "clients", "serviceOrder", "total", "from-purchases", OriginKind.Purchases)] // S2-24
    [InlineData("social-care", "clients", "customer", "email", "from-registrations", OriginKind.Registrant)] // S2-25
    [InlineData("social-care", "clients", "customer", "postalAddress", "from-update-services", OriginKind.UpdateService)] // S2-26
    [InlineData("social-care", "cases", "careCase", "service", "from-subcontractors", OriginKind.Subcontractor)] // S2-27
    [InlineData("social-care", "web-analytics", "visit", "referrer", "from-digital-activity", OriginKind.DigitalActivity)] // S2-28
    [InlineData("telecom", "crm", "customer", "preferredName", "from-the-person-and-own-systems", OriginKind.Registrant)] // S3-27
    [InlineData("telecom", "billing", "contract", "startedOn", "from-the-person-and-own-systems", OriginKind.OwnSystems)] // S3-27
    [InlineData("telecom", "crm", "customer", "familyName", "from-registers-and-partners", OriginKind.PublicRegister)] // S3-28
    [InlineData("telecom", "billing", "collectionCase", "status", "from-registers-and-partners", OriginKind.CreditInformation)] // S3-28
    [InlineData("telecom", "crm", "phoneNumber", "number", "from-registers-and-partners", OriginKind.UpdateService)] // S3-28
    [InlineData("sole-trader", "contacts", "customer", "occupation", "from-the-customer-or-registers", OriginKind.Registrant)] // S4-19
    [InlineData("sole-trader", "contacts", "serviceUse", "usedAt", "at-registration-and-use", OriginKind.OwnSystems)] // S4-20
    [InlineData("sole-trader", "contacts", "companyRole", "businessId", "from-public-and-private-registers", OriginKind.PublicRegister)] // S4-21
    [InlineData("sole-trader", "billing", "collectionCase", "agency", "from-public-and-private-registers", OriginKind.CreditInformation)] // S4-21
    public void OriginsOf_Should_NameTheClassAndItsSentence_When_AFieldIsAsked(
        string id, string source, string recordType, string field, string statement, OriginKind kind)
    {
        var register = Packs.Of(id);

        var origins = register.Pack.OriginsOf(source, recordType, field);

        origins.ShouldContain(origin => origin.Kind == kind && origin.Statements.Contains(statement));
        Packs.StatementOf(register, statement).Heading.ShouldBe(NoticeHeading.Sources);
    }

    [Theory]
    [InlineData("wellbeing", "crm", "feedback", "words", OriginKind.PublicRegister)]
    [InlineData("telecom", "crm", "serviceNote", "body", OriginKind.CreditInformation)]
    [InlineData("studio", "orders", "customer", "email", OriginKind.Purchases, "billing")]
    [InlineData("sole-trader", "contacts", "companyRole", "task", OriginKind.PublicRegister)]
    public void OriginsOf_Should_LeaveAClassOut_When_ItIsOfOtherFieldsOrSources(
        string id, string source, string recordType, string field, OriginKind kind, string? elsewhere = null) =>
        Packs.Of(id).Pack.OriginsOf(elsewhere ?? source, recordType, field).ShouldNotContain(origin => origin.Kind == kind);

    // Whoever came by an invitation link, by cookies or with credentials given: how is kept apart.
    [Theory]
    [Requirement("S1-22"), Requirement("S2-28")]
    [InlineData("studio")]
    [InlineData("social-care")]
    public void OriginsOf_Should_KeepTheMechanism_When_DataIsFromOtherDigitalActivity(string id) =>
        Packs.Of(id).Pack.OriginsOf("web-analytics", "visit", "referrer")
            .Where(origin => origin.Kind == OriginKind.DigitalActivity).Select(origin => origin.Mechanism!.En)
            .ShouldBe(["invitation link", "cookies", "credentials given to the customer"]);
}
