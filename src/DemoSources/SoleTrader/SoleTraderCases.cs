namespace PersonalDataHub.DemoSources.SoleTrader;

/// <summary>The sole trader's people who are there for a reason, with the customer numbers they always have.</summary>
public static class SoleTraderCases
{
    /// <summary>A company's contact person with three e-mails and two telephones, in every source.</summary>
    public const string ShownFirst = "50001";

    /// <summary>One of two contact persons of <see cref="SharedBusinessId"/>.</summary>
    public const string ContactFirst = "50002";

    /// <summary>The other contact person of <see cref="SharedBusinessId"/>.</summary>
    public const string ContactSecond = "50003";

    /// <summary>A sole trader too: the business id is the person's own.</summary>
    public const string TraderCustomer = "50004";

    /// <summary>Forbids marketing; service messages still come.</summary>
    public const string NoMarketing = "50005";

    /// <summary>One invoice is unpaid.</summary>
    public const string OpenInvoice = "50006";

    /// <summary>Nobody's contact person any more.</summary>
    public const string FormerContact = "50007";

    /// <summary>Wrote through the form and is no customer yet.</summary>
    public const string AskedOnly = "50008";

    /// <summary>A private person without a company.</summary>
    public const string PrivatePerson = "50009";

    /// <summary>The relationship is in force, which stands against erasing in this register.</summary>
    public const string InForce = "50010";

    /// <summary>The company of <see cref="ContactFirst"/> and <see cref="ContactSecond"/>.</summary>
    public const string SharedBusinessId = "9900003-4";

    /// <summary>Every case with what is awkward about it, by customer number.</summary>
    public static IReadOnlyList<AwkwardCase> All { get; } =
    [
        new(ShownFirst, "Is a company's contact person with three e-mails and two telephones, in every source."),
        new(ContactFirst, "Is one of two contact persons of one company; the other is 50003."),
        new(ContactSecond, "Is one of two contact persons of one company; the other is 50002."),
        new(TraderCustomer, "Is a sole trader: the company's business id is personal data."),
        new(NoMarketing, "Forbids all marketing, which does not end service messages."),
        new(OpenInvoice, "Has an unpaid invoice, which stands against erasing."),
        new(FormerContact, "Was a contact person; the role and the customership have ended."),
        new(AskedOnly, "Asked something through the contact form and is no customer yet."),
        new(PrivatePerson, "Is a customer without any company."),
        new(InForce, "Has a contract in force, which stands against erasing."),
    ];
}
