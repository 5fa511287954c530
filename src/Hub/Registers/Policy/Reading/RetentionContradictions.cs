using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Registers.Policy.Reading;

/// <summary>
/// Finds rules that can not both hold: the controller's own against what law demands or allows of the same fields, counted from
/// the same event. A rule about everything gives way to law by itself and is no contradiction.
/// </summary>
internal static class RetentionContradictions
{
    // A period is compared from both ends of a year, short months and rounding included.
    private static readonly DateOnly[] beginnings = [new(2023, 1, 1), new(2023, 12, 31), new(2024, 2, 29)];

    public static void Report(IReadOnlyList<(RetentionRule Rule, YamlSection Section)> written)
    {
        foreach (var (rule, section) in written)
        {
            foreach (var (law, _) in written.Where(other => other.Rule.Strength == RetentionStrength.Minimum && Compares(rule, other.Rule)))
            {
                if (rule.Strength != RetentionStrength.Minimum && SameHolding(rule, law) && BeginsNoLater(rule, law)
                    && beginnings.Any(day => EndOf(rule, day) < EndOf(law, day)))
                {
                    Add(section, rule, $"ends sooner than '{law.Id}' allows: {law.Law} demands at least {Period(law)}. Make the period longer, or leave these fields to that rule.");
                }
            }

            foreach (var (law, _) in written.Where(other => other.Rule.Strength == RetentionStrength.Maximum && Compares(rule, other.Rule)))
            {
                if (rule.Strength == RetentionStrength.Policy && BeginsNoLater(law, rule) && beginnings.Any(day => EndOf(rule, day) > EndOf(law, day)))
                {
                    Add(section, rule, $"ends later than '{law.Id}' allows: {law.Law} allows at most {Period(law)}. Make the period shorter.");
                }
            }
        }
    }

    private static void Add(YamlSection section, RetentionRule rule, string what) =>
        section.Mistakes.Add(section.Find("period") ?? section.Node, $"the retention rule '{rule.Id}' {what}");

    // What one purpose may use for a shorter time may still be held for the others.
    private static bool SameHolding(RetentionRule rule, RetentionRule law) =>
        rule.Purposes.Count == 0 || rule.Purposes.Any(law.Purposes.Contains);

    private static bool Compares(RetentionRule rule, RetentionRule law) =>
        !ReferenceEquals(rule, law)
        && (rule.Sources.Count == 0 || law.Sources.Count == 0 || rule.Sources.Any(law.Sources.Contains))
        && (rule.Categories.Any(law.Categories.Contains) || rule.Fields.Any(field => law.Fields.Any(other => SameField(field, other))))
        && !(rule.ValidTo < law.ValidFrom)
        && !(law.ValidTo < rule.ValidFrom);

    private static bool SameField(string one, string other) =>
        one == other || one.StartsWith($"{other}.", StringComparison.Ordinal) || other.StartsWith($"{one}.", StringComparison.Ordinal);

    // The financial year of a date ends on that date or later, and of two dates the later is no earlier than either.
    private static bool BeginsNoLater(RetentionRule rule, RetentionRule other) => (rule.Trigger, other.Trigger) switch
    {
        (RetentionTrigger.RelationshipEnd, RetentionTrigger.RelationshipEnd) => true,
        (RetentionTrigger.StoredAt, RetentionTrigger.StoredAt) => true,
        (RetentionTrigger.BasisEnd, RetentionTrigger.BasisEnd) => true,
        (RetentionTrigger.RecordDate, RetentionTrigger.RecordDate or RetentionTrigger.FinancialYearEnd) => rule.DateField == other.DateField,
        (RetentionTrigger.FinancialYearEnd, RetentionTrigger.FinancialYearEnd) => rule.DateField == other.DateField,
        (RetentionTrigger.RecordDate, RetentionTrigger.DueOrRecorded) => rule.DateField == other.DateField || rule.DateField == other.RecordedField,
        (RetentionTrigger.DueOrRecorded, RetentionTrigger.DueOrRecorded) => rule.DateField == other.DateField && rule.RecordedField == other.RecordedField,
        _ => false,
    };

    private static DateOnly EndOf(RetentionRule rule, DateOnly day)
    {
        var end = rule.Period?.After(day) ?? day;
        return rule.ToEndOfYear ? new(end.Year, 12, 31) : end;
    }

    private static string Period(RetentionRule rule) => $"{rule.Period?.ToString() ?? "no time"}{(rule.ToEndOfYear ? " to the end of the year" : "")}";
}
