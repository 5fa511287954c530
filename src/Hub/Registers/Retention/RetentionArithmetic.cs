using System.Globalization;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>
/// Works out how long data stays: the controller's rule, capped by what the law allows at most, but never shorter than what
/// the law demands or a legal hold keeps.
/// </summary>
/// <remarks>Asks nobody and changes nothing: the same facts give the same end.</remarks>
public static class RetentionArithmetic
{
    /// <summary>The end of one field, or of a record as a whole.</summary>
    /// <param name="register">The register with its rules.</param>
    /// <param name="data">The data.</param>
    /// <param name="facts">What is known beside it.</param>
    /// <param name="day">The day: the law in force on it counts.</param>
    public static RetentionEnd Of(Register register, KeptData data, RetentionFacts facts, DateOnly day)
    {
        var purposes = PurposesOf(register, data.Category);
        var rules = RulesFor(register, data, day).Select(rule => RuleReckoning.Of(register, rule, data, facts, PurposesOf(rule, purposes))).ToList();
        var steps = rules.ConvertAll(rule => rule.Step);
        steps.AddRange(Coming(register, data, day));
        // A rule from whose event nothing follows decides nothing.
        rules.RemoveAll(rule => rule.Standing == RetentionStanding.NoRule);
        var minimums = rules.FindAll(rule => rule.Rule.Strength == RetentionStrength.Minimum);
        var uses = new PurposeReckoning(register, rules, purposes);
        var own = uses.Whole;
        var deciding = own;
        if (own is not null && own.Standing == RetentionStanding.Ends && own.Rule.Strength == RetentionStrength.Maximum)
        {
            steps.Add(new() { Text = Text($"{own.Rule.Id} wins over the controller's own: it is the longest that law allows.") });
        }

        if (minimums.Count > 0 && Reckoned.Latest(minimums) is var longest && (deciding is null || longest.CompareTo(deciding) > 0))
        {
            steps.Add(new()
            {
                Text = deciding is null
                    ? $"{longest.Rule.Id} decides: no rule of the controller's own keeps it longer."
                    : $"{longest.Rule.Id} wins over {deciding.Rule.Id}: the law keeps it longer.",
            });
            deciding = longest;
        }

        var end = Conclude(deciding, steps);
        return Held(facts, end, steps) with
        {
            Steps = steps,
            Purposes = uses.Ends,
            Automatic = (own ?? deciding)?.Rule.Automatic ?? false,
            HandOverTo = rules.Select(rule => rule.Rule)
                .FirstOrDefault(rule => RuleCoverage.HandsOver(register.Pack, rule, data.Category, data.RecordType, data.Field))?.HandOverTo,
        };
    }

    /// <summary>
    /// The purposes that data of a category is held for. One that may see everything looks at what is held for the others, and
    /// is no reason to hold anything.
    /// </summary>
    public static IReadOnlyList<Purpose> PurposesOf(Register register, string category) =>
        [.. register.Purposes.Where(purpose => purpose.Categories?.Contains(category) == true)];

    /// <summary>The rules that are about the data and in force on a day.</summary>
    public static IEnumerable<RetentionRule> RulesFor(Register register, KeptData data, DateOnly day) =>
        register.Pack.Retention.Where(rule => IsAbout(rule, data) && !(rule.ValidFrom > day) && !(rule.ValidTo < day));

    private static bool IsAbout(RetentionRule rule, KeptData data) =>
        RuleCoverage.CoversSource(rule.Sources, data.Source)
        && !(rule.OnlyIf is { } field && data.Denied.Contains(field))
        && RuleCoverage.Covers(rule.Categories, rule.Fields, data.Category, data.RecordType, data.Field);

    private static IReadOnlyList<Purpose> PurposesOf(RetentionRule rule, IReadOnlyList<Purpose> purposes) =>
        rule.Purposes.Count == 0 ? purposes : [.. purposes.Where(purpose => rule.Purposes.Contains(purpose.Id))];

    private static IEnumerable<RetentionStep> Coming(Register register, KeptData data, DateOnly day) => register.Pack.Retention
        .Where(rule => IsAbout(rule, data) && rule.ValidFrom > day)
        .Select(rule => new RetentionStep { Rule = rule.Id, Strength = rule.Strength, Text = Text($"{rule.Id} does not count yet: it is in force from {rule.ValidFrom:yyyy-MM-dd}.") });

    private static RetentionEnd Conclude(Reckoned? deciding, List<RetentionStep> steps) => deciding is null
        ? new() { Standing = RetentionStanding.NoRule, Steps = steps }
        : new()
        {
            Standing = deciding.Standing,
            KeptThrough = deciding.Standing == RetentionStanding.Ends ? deciding.KeptThrough : null,
            Rule = deciding.Rule.Id,
            Law = deciding.Rule.Law,
            Statements = deciding.Rule.Statements,
            Steps = steps,
        };

    private static RetentionEnd Held(RetentionFacts facts, RetentionEnd end, List<RetentionStep> steps)
    {
        foreach (var hold in facts.Holds)
        {
            steps.Add(new()
            {
                KeptThrough = hold.Until,
                Text = hold.Until is { } until ? Text($"A legal hold keeps it through {until:yyyy-MM-dd}.") : "A legal hold keeps it until it is lifted.",
            });
            if (end.Standing is not (RetentionStanding.Ends or RetentionStanding.NoRule))
            {
                continue;
            }

            end = hold.Until is not { } last
                ? end with { Standing = RetentionStanding.Open, KeptThrough = null, Rule = null, Law = null, Statements = [] }
                : end.KeptThrough >= last || end.Standing == RetentionStanding.NoRule
                    ? end
                    : end with { KeptThrough = last, Rule = null, Law = null, Statements = [] };
        }

        return end;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
