using PersonalDataHub.DemoSources.SocialCare;
using PersonalDataHub.DemoSources.SoleTrader;
using PersonalDataHub.DemoSources.Studio;
using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.DemoSources.Wellbeing;

namespace PersonalDataHub.Hub.FunctionalTests.Registrants;

/// <summary>What the five notices say is held, value by value.</summary>
public static class NoticeContents
{
    public static IReadOnlyList<NoticeContent> All { get; } =
    [
        .. Of("S0-15", "wellbeing", WellbeingCases.InTwoRegisters, "identity", "customer.familyName", "customer.givenNames", "customer.preferredName",
            "customer.identityCode", "customer.customerNumber", "customer.gender", "customer.language"),
        .. Of("S0-15", "wellbeing", WellbeingCases.InTwoRegisters, "contact", "emailAddress.address", "phoneNumber.number", "postalAddress.address"),
        .. Of("S0-17", "wellbeing", WellbeingCases.InTwoRegisters, "kin", "kinContact.name", "kinContact.relationship").Select(one => one with { ThirdParty = true }),
        .. Of("S0-17", "wellbeing", WellbeingCases.InTwoRegisters, "household", "household.housing", "household.persons"),
        .. Of("S0-18", "wellbeing", WellbeingCases.InTwoRegisters, "service-use", "serviceUse.service", "serviceUse.usedAt", "serviceUse.unit"),
        .. Of("S0-18", "wellbeing", WellbeingCases.InTwoRegisters, "payments", "invoice.rows", "payment.amount"),
        .. Of("S0-19", "wellbeing", WellbeingCases.InTwoRegisters, "loyalty", "loyaltyLevel.level", "loyaltyLevel.levelFrom", "loyaltyLevel.levelTo"),
        .. Of("S0-20", "wellbeing", WellbeingCases.InTwoRegisters, "deliveries", "marketingDelivery.channel", "marketingDelivery.automatic", "marketingDelivery.sentAt"),
        .. Of("S0-22", "wellbeing", WellbeingCases.InTwoRegisters, "feedback", "feedback.words", "feedback.score").Select(one => one with { Origin = "PROVIDED" }),
        new("S0-22", "wellbeing", WellbeingCases.InTwoRegisters, "interest.topic", "feedback", "PROVIDED"),
        .. Of("S0-23", "wellbeing", WellbeingCases.InTwoRegisters, "service-use", "serviceUse.state", "serviceUse.wishedOn"),
        .. Of("S0-23", "wellbeing", WellbeingCases.InTwoRegisters, "payments", "serviceUse.price", "serviceUse.payer", "serviceUse.paidOn"),
        new("S0-24", "wellbeing", WellbeingCases.InTwoRegisters, "staffContact.person", "staff-notes", "OBSERVED", ThirdParty: true),
        new("S0-24", "wellbeing", WellbeingCases.InTwoRegisters, "serviceNote.about", "staff-notes", "INFERRED", ThirdParty: true),
        new("S0-24", "wellbeing", WellbeingCases.InTwoRegisters, "serviceNote.body", "staff-notes", "INFERRED"),
        .. Of("S0-25", "wellbeing", WellbeingCases.InTwoRegisters, "permissions", "marketingPermission.channel", "marketingPermission.purpose", "marketingPermission.allowed"),
        .. Of("S0-26", "wellbeing", WellbeingCases.InTwoRegisters, "web", "visit.ipAddress", "visit.startedAt", "visit.pages", "visit.browser"),
        .. Of("S0-27", "wellbeing", WellbeingCases.InTwoRegisters, "authentication", "authenticationMethod.means", "authenticationMethod.identifier"),

        .. Of("S1-14", "studio", StudioCases.ShownFirst, "identity", "customer.familyName", "customer.givenNames", "customer.organisation"),
        .. Of("S1-15", "studio", StudioCases.ShownFirst, "contact", "customer.email", "customer.phone", "customer.postalAddress"),
        .. Of("S1-16", "studio", StudioCases.ShownFirst, "orders", "serviceOrder.orderedAt", "serviceOrder.channel", "serviceOrder.rows"),
        new("S1-17", "studio", StudioCases.Minor, "customer.birthDate", "identity", "PROVIDED"),
        new("S1-17", "studio", StudioCases.AgeOnly, "customer.age", "identity", "PROVIDED"),
        .. Of("S1-37", "studio", StudioCases.ShownFirst, "web", "visit.ipAddress", "visit.startedAt", "visit.endedAt", "visit.pages", "visit.browser"),

        .. Of("S2-20", "social-care", SocialCareCases.ShownFirst, "identity", "customer.familyName", "customer.givenNames"),
        .. Of("S2-21", "social-care", SocialCareCases.ShownFirst, "contact", "customer.email", "customer.phone", "customer.postalAddress"),
        .. Of("S2-22", "social-care", SocialCareCases.ShownFirst, "orders", "serviceOrder.orderedAt", "serviceOrder.rows"),
        .. Of("S2-23", "social-care", SocialCareCases.ShownFirst, "identity", "customer.identityCode", "careClient.identityCode"),
        .. Of("S2-46", "social-care", SocialCareCases.ShownFirst, "web", "visit.ipAddress", "visit.startedAt", "visit.endedAt", "visit.pages", "visit.browser"),

        .. Of("S3-16", "telecom", AwkwardCases.ShownFirst, "identity", "customer.familyName", "customer.givenNames", "customer.identityCode"),
        .. Of("S3-16", "telecom", AwkwardCases.ShownFirst, "contact", "postalAddress.address", "phoneNumber.number", "emailAddress.address"),
        .. Of("S3-17", "telecom", AwkwardCases.ShownFirst, "relations", "companyRole.companyName", "companyRole.task", "companyRole.position"),
        .. Of("S3-18", "telecom", AwkwardCases.ShownFirst, "contract", "orderEvent.channel", "orderEvent.orderedAt", "orderEvent.product", "contract.product"),
        .. Of("S3-19", "telecom", AwkwardCases.ShownFirst, "billing", "invoice.number", "invoice.total", "payment.amount"),
        .. Of("S3-19", "telecom", AwkwardCases.OpenCollection, "collection", "collectionCase.amount", "collectionCase.agency"),
        new("S3-20", "telecom", AwkwardCases.ShownFirst, "visit.ipAddress", "web", "OBSERVED"),
        new("S3-21", "telecom", AwkwardCases.ShownFirst, "customerRemark.words", "service", "PROVIDED"),
        .. Of("S3-23", "telecom", AwkwardCases.ShownFirst, "barring", "serviceBarring.service", "serviceBarring.barredOn"),
        .. Of("S3-24", "telecom", AwkwardCases.ShownFirst, "traffic", "trafficEvent.startedAt", "trafficEvent.duration").Select(one => one with { Origin = "OBSERVED" }),
        new("S3-24", "telecom", AwkwardCases.ShownFirst, "trafficEvent.otherNumber", "traffic", "OBSERVED", ThirdParty: true),
        .. Of("S3-26", "telecom", AwkwardCases.ShownFirst, "service", "changeEntry.field", "changeEntry.oldValue", "changeEntry.newValue", "changeEntry.changedAt"),
        new("S3-26", "telecom", AwkwardCases.ShownFirst, "changeEntry.actor", "service", "OBSERVED", ThirdParty: true),

        .. Of("S4-12", "sole-trader", SoleTraderCases.ShownFirst, "identity", "customer.familyName", "customer.givenNames", "customer.identityCode", "customer.occupation"),
        .. Of("S4-12", "sole-trader", SoleTraderCases.ShownFirst, "contact", "customer.postalAddress", "emailAddress.address", "phoneNumber.number"),
        .. Of("S4-14", "sole-trader", SoleTraderCases.ContactFirst, "organisation", "companyRole.companyName", "companyRole.businessId"),
        .. Of("S4-15", "sole-trader", SoleTraderCases.ShownFirst, "customership", "customership.kind", "customership.basis", "serviceUse.service", "contract.product"),
        .. Of("S4-16", "sole-trader", SoleTraderCases.NoMarketing, "permissions", "marketingPermission.purpose", "marketingPermission.allowed"),
        .. Of("S4-17", "sole-trader", SoleTraderCases.OpenInvoice, "payments", "invoice.number", "invoice.status"),
        .. Of("S4-18", "sole-trader", SoleTraderCases.ShownFirst, "messages", "serviceNote.body", "serviceNote.writtenAt"),
    ];

    private static IEnumerable<NoticeContent> Of(string requirement, string register, string person, string category, params string[] values) =>
        values.Select(value => new NoticeContent(requirement, register, person, value, category));
}
