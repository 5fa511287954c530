namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>The contact details of supervisory authorities, with the days from which they hold.</summary>
internal static class AuthorityContacts
{
    // In one place with dates: the next move of the office is one more line.
    private static readonly AuthorityContact[] finland =
    [
        new(new(2020, 10, 1), "Lintulahdenkuja 4, 00530 Helsinki", "P.O. Box 800, 00531 Helsinki", "029 566 6700", "tietosuoja(at)om.fi"),
    ];

    /// <summary>The Office of the Data Protection Ombudsman on a day; null when its details of then are not known.</summary>
    public static AuthorityContact? FinlandOn(DateOnly day) => finland.LastOrDefault(contact => contact.From <= day);
}
