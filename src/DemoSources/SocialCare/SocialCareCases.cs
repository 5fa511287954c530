namespace PersonalDataHub.DemoSources.SocialCare;

/// <summary>The social-care company's people who are there for a reason, with the customer numbers they always have.</summary>
public static class SocialCareCases
{
    /// <summary>In every source; the relationship is in force and a case is open.</summary>
    public const string ShownFirst = "40001";

    /// <summary>The relationship ended ten days ago: the case system may still hold the person.</summary>
    public const string EndedTenDaysAgo = "40002";

    /// <summary>The relationship ended twenty days ago and the case system still holds the person, which it should not.</summary>
    public const string Overdue = "40003";

    /// <summary>The relationship ended two years ago, and the case system is clear of the person.</summary>
    public const string Cleared = "40004";

    /// <summary>Is a company's contact person now.</summary>
    public const string CompanyContact = "40005";

    /// <summary>Was a company's contact person until last year.</summary>
    public const string FormerCompanyContact = "40006";

    /// <summary>One invoice is unpaid.</summary>
    public const string OpenInvoice = "40007";

    /// <summary>A collection case is open.</summary>
    public const string OpenCollection = "40008";

    /// <summary>The case system's notes speak of the neighbour too.</summary>
    public const string NotesOnOthers = "40009";

    /// <summary>The data held is wrong: the birth date in the identity code is another's.</summary>
    public const string WrongCode = "40010";

    /// <summary>Every case with what is awkward about it, by customer number.</summary>
    public static IReadOnlyList<AwkwardCase> All { get; } =
    [
        new(ShownFirst, "Is in every source; the relationship is in force and a case is open."),
        new(EndedTenDaysAgo, "Ended the relationship ten days ago: the case system has four days left to be clear."),
        new(Overdue, "Ended the relationship twenty days ago, but the case system still holds everything."),
        new(Cleared, "Ended the relationship two years ago; the case system is clear, as promised."),
        new(CompanyContact, "Is a company's contact person, which stands against erasing."),
        new(FormerCompanyContact, "Was a company's contact person until last year: it stands against nothing any more."),
        new(OpenInvoice, "Has an unpaid invoice, which stands against erasing."),
        new(OpenCollection, "Has an open collection case, which stands against erasing."),
        new(NotesOnOthers, "Has notes in the case system that tell of the neighbour too."),
        new(WrongCode, "Has one identity code in the client register and another in the case system."),
    ];
}
