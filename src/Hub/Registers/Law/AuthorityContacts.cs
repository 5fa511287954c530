namespace PersonalDataHub.Hub.Registers.Law;

/// <summary>The contact details of supervisory authorities, with the days from which they hold.</summary>
internal static class AuthorityContacts
{
    /// <summary>The Office of the Data Protection Ombudsman, oldest details first: its next move is one more line.</summary>
    public static IReadOnlyList<AuthorityContact> Finland { get; } =
    [
        new(
            new("tietosuojavaltuutetun toimisto", "the Office of the Data Protection Ombudsman"),
            new(2020, 10, 1),
            "Lintulahdenkuja 4, 00530 Helsinki",
            new("PL 800, 00531 Helsinki", "P.O. Box 800, 00531 Helsinki"),
            "029 566 6700",
            "tietosuoja(at)om.fi",
            "tietosuoja.fi"),
    ];

    /// <summary>The Office of the Data Protection Ombudsman on a day; null when its details of then are not known.</summary>
    public static AuthorityContact? FinlandOn(DateOnly day) => Finland.LastOrDefault(contact => contact.From <= day);
}
