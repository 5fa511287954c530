using System.Globalization;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>Works out what one rule says of one record.</summary>
/// <remarks>
/// What the law keeps at least, and what runs to the end of a year, is kept through that day. Every other period ends on the
/// day it runs out: data kept two weeks from the 6th is gone on the 20th.
/// </remarks>
internal static class RuleReckoning
{
    public static Reckoned Of(Register register, RetentionRule rule, KeptData data, RetentionFacts facts, IReadOnlyList<Purpose> purposes)
    {
        var (standing, from, why) = Trigger(register, rule, data, facts, purposes);
        if (standing != RetentionStanding.Ends)
        {
            return new(rule, standing, default, StepOf(rule, null, null, $"{why}."));
        }

        var end = rule.Period?.After(from) ?? from;
        var words = Text($"{why}, {from:yyyy-MM-dd}");
        if (rule.Period is { } period)
        {
            words += Text($"; {period} later: {end:yyyy-MM-dd}");
        }

        if (rule.ToEndOfYear)
        {
            end = new(end.Year, 12, 31);
            words += Text($"; to the end of that calendar year: {end:yyyy-MM-dd}");
        }

        var through = rule.ToEndOfYear || rule.Strength == RetentionStrength.Minimum ? end : end.AddDays(-1);
        return new(rule, RetentionStanding.Ends, through, StepOf(rule, from, through, Text($"{words}; {Verb(rule)} {through:yyyy-MM-dd}.")));
    }

    private static (RetentionStanding Standing, DateOnly From, string Why) Trigger(
        Register register, RetentionRule rule, KeptData data, RetentionFacts facts, IReadOnlyList<Purpose> purposes) => rule.Trigger switch
    {
        RetentionTrigger.RelationshipEnd => BasisReckoning.OfRelationship(facts.Relationship),
        RetentionTrigger.BasisEnd => BasisReckoning.Of(register, purposes, facts),
        RetentionTrigger.StoredAt => data.StoredOn is { } stored
            ? (RetentionStanding.Ends, stored, "from the day it was stored")
            : (RetentionStanding.NotKnown, default, "the source does not say when it was stored"),
        RetentionTrigger.RecordDate => DateOf(rule.DateField!, data) is { } date
            ? (RetentionStanding.Ends, date, $"from {rule.DateField}")
            : NoDate(rule.DateField!),
        RetentionTrigger.FinancialYearEnd => DateOf(rule.DateField!, data) is { } date
            ? (RetentionStanding.Ends, register.Pack.FinancialYear.EndOf(date), Text($"from the end of the financial year that {rule.DateField} ({date:yyyy-MM-dd}) lies in"))
            : NoDate(rule.DateField!),
        RetentionTrigger.DueOrRecorded => (DateOf(rule.DateField!, data), DateOf(rule.RecordedField!, data)) switch
        {
            ({ } due, { } recorded) => (RetentionStanding.Ends, due > recorded ? due : recorded,
                Text($"from the later of {rule.DateField} ({due:yyyy-MM-dd}) and {rule.RecordedField} ({recorded:yyyy-MM-dd})")),
            (null, _) => NoDate(rule.DateField!),
            _ => NoDate(rule.RecordedField!),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Trigger, "The set of triggers is closed."),
    };

    private static DateOnly? DateOf(string field, KeptData data) => data.Dates.TryGetValue(field, out var date) ? date : null;

    private static (RetentionStanding, DateOnly, string) NoDate(string field) =>
        (RetentionStanding.NotKnown, default, $"the record has no {field}, so the period has no beginning");

    private static RetentionStep StepOf(RetentionRule rule, DateOnly? from, DateOnly? through, string words) => new()
    {
        Rule = rule.Id,
        Strength = rule.Strength,
        From = from,
        Period = rule.Period?.ToString(),
        KeptThrough = through,
        Text = $"{rule.Id} ({Kind(rule)}): {words}",
    };

    private static string Kind(RetentionRule rule) => rule.Strength switch
    {
        RetentionStrength.Minimum => $"law, at least; {rule.Law}",
        RetentionStrength.Maximum => $"law, at most; {rule.Law}",
        _ => "the controller's own",
    };

    private static string Verb(RetentionRule rule) => rule.Purposes.Count > 0 ? $"used for {string.Join(", ", rule.Purposes)} through" : "kept through";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
