namespace PersonalDataHub.Hub.Registers.Law;

/// <summary>The acts that the hub knows, with the days they were in force.</summary>
public static class LegalActs
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<LegalAct> All { get; } =
    [
        new("gdpr", "General Data Protection Regulation (EU) 2016/679", "GDPR", new(2018, 5, 25)),
        new("personal-data-act", "Personal Data Act 523/1999", "523/1999", new(1999, 6, 1), new(2018, 12, 31), "GDPR and Data Protection Act 1050/2018"),
        new("personal-data-file-act", "Personal Data File Act 471/1987", "471/1987", new(1988, 1, 1), new(1999, 5, 31), "GDPR and Data Protection Act 1050/2018"),
        new("data-protection-directive", "Data Protection Directive 95/46/EC", "95/46", new(1995, 12, 13), new(2018, 5, 24), "GDPR"),
        new("safe-harbor", "Safe Harbour decision 2000/520/EC", "2000/520", new(2000, 7, 26), new(2015, 10, 6), "the Data Privacy Framework decision (EU) 2023/1795"),
        new("privacy-shield", "Privacy Shield decision (EU) 2016/1250", "2016/1250", new(2016, 7, 12), new(2020, 7, 16), "the Data Privacy Framework decision (EU) 2023/1795"),
        new("data-protection-act", "Data Protection Act 1050/2018", "1050/2018", new(2019, 1, 1)),
        new("privacy-in-communications", "Act on the Protection of Privacy in Electronic Communications 516/2004", "516/2004", new(2004, 9, 1), new(2014, 12, 31), "Act on Electronic Communications Services 917/2014"),
        new("electronic-communications", "Act on Electronic Communications Services 917/2014", "917/2014", new(2015, 1, 1)),
        new("accounting-act", "Accounting Act 1336/1997", "1336/1997", new(1997, 12, 31)),
        new("limitation-of-debts", "Act on the Limitation of Debts 728/2003", "728/2003", new(2004, 1, 1)),
        new("client-data-act-2007", "Act on the Electronic Processing of Client Data 159/2007", "159/2007", new(2007, 7, 1), new(2021, 10, 31), "Act 703/2023"),
        new("client-data-act-2021", "Act on the Electronic Processing of Client Data 784/2021", "784/2021", new(2021, 11, 1), new(2023, 12, 31), "Act 703/2023"),
        new("client-data-act", "Act on the Processing of Client Data in Healthcare and Social Welfare 703/2023", "703/2023", new(2024, 1, 1)),
        new("identity-codes", "Act on the Population Information System 661/2009", "661/2009", new(2010, 3, 1)),
    ];

    /// <summary>The act that a citation names, by number or short name; null when it names none that is known.</summary>
    public static LegalAct? Find(string citation) =>
        All.FirstOrDefault(act => act.Id == citation || citation.Contains(act.Mark, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// What is wrong with resting something on a citation on a day: it names an act that is not in force then. Null when
    /// nothing is, or when the act is not known.
    /// </summary>
    public static string? Mistake(string citation, DateOnly day) => Find(citation) is not { } act || act.InForceOn(day)
        ? null
        : $"{act.Name} is not in force on {day:yyyy-MM-dd}: "
            + (act.To < day ? $"it ended on {act.To:yyyy-MM-dd}, and what holds instead is {act.ReplacedBy}." : $"it applies from {act.From:yyyy-MM-dd}.");

    /// <summary>True when a citation names an act that was in force on the day; null when it names none that is known.</summary>
    public static bool? InForce(string citation, DateOnly day) => Find(citation)?.InForceOn(day);
}
