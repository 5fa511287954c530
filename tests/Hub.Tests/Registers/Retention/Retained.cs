using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Retention;

namespace PersonalDataHub.Hub.Tests.Registers.Retention;

/// <summary>Registers and data of which tests ask how long they stay.</summary>
internal static class Retained
{
    public static DateOnly Today { get; } = new(2026, 11, 21);

    public static Register Register(IReadOnlyList<RetentionRule> rules, FinancialYear? year = null) => new()
    {
        Id = "shop",
        Name = "Shop",
        Controller = new("Shop Oy", null),
        PrimarySource = "crm",
        Categories = [new("recordings", "Recordings"), new("billing", "Billing"), new("contact", "Contact")],
        Purposes =
        [
            new("service", "Service", new HashSet<string> { "billing", "contact" }) { Bases = ["contract"] },
            new("proof", "Proof", new HashSet<string> { "recordings" }) { Bases = ["interest"] },
            new("training", "Training", new HashSet<string> { "recordings" }) { Bases = ["consent"] },
            new("accounting", "Accounting", new HashSet<string> { "billing" }) { Bases = ["duty"] },
            new("rights", "Rights", null) { Bases = ["duty"] },
        ],
        Precedence = [],
        Pack = PolicyPack.Empty with
        {
            FinancialYear = year ?? FinancialYear.CalendarYear,
            Bases =
            [
                new("contract", BasisKind.Contract, new("Sopimus", "Contract")),
                new("interest", BasisKind.LegitimateInterest, new("Etu", "Interest")),
                new("consent", BasisKind.Consent, new("Suostumus", "Consent")),
                new("duty", BasisKind.LegalObligation, new("Velvoite", "Duty")),
            ],
            Retention = rules,
        },
    };

    public static RetentionRule Rule(string id, RetentionTrigger trigger, string? period) =>
        new(id, new(id, id), trigger, period is null ? null : Period.Parse(period)!.Value);

    public static RetentionRule Vouchers { get; } = Rule("vouchers", RetentionTrigger.FinancialYearEnd, "P6Y") with
    {
        DateField = "issuedOn", ToEndOfYear = true, Strength = RetentionStrength.Minimum, Law = "Accounting Act 1336/1997 2:10", Fields = ["invoice"],
    };

    public static RetentionRule Books { get; } = Rule("books", RetentionTrigger.FinancialYearEnd, "P10Y") with
    {
        DateField = "issuedOn", Strength = RetentionStrength.Minimum, Law = "Accounting Act 1336/1997 2:10", Fields = ["ledgerEntry"],
    };

    public static KeptData Data(string recordType, string category, params (string Field, string Day)[] dates) => new()
    {
        Source = "crm",
        RecordType = recordType,
        Category = category,
        Dates = dates.ToDictionary(date => date.Field, date => DateOnly.Parse(date.Day)),
    };

    public static RetentionFacts Ended(string day) => new() { Relationship = new(RelationshipStatus.Ended, DateOnly.Parse(day), []) };

    public static RetentionFacts InForce { get; } = new() { Relationship = new(RelationshipStatus.InForce, null, []) };

    public static DateOnly Day(string day) => DateOnly.Parse(day);
}
