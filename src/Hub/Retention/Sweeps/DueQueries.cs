using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Retention.Sweeps;

/// <summary>
/// Turns a register's rules into questions to its sources: who may be due. A source may list a few too many, who are then
/// looked at and remembered; it is never asked for everyone.
/// </summary>
internal static class DueQueries
{
    /// <summary>The questions, and which rules nobody can be asked for.</summary>
    public static (IReadOnlyList<DueQuery> Queries, IReadOnlyList<string> Notes) Of(Register register, IEnumerable<Source> sources, DateOnly day)
    {
        var queries = new Dictionary<(string Source, string Fact, bool Earliest), DueQuery>();
        var notes = new List<string>();
        var able = sources.Where(source => source.State == SourceState.Active && source.Supports(Ability.Population)).ToList();
        foreach (var rule in register.Pack.Retention.Where(rule => IsLookedFor(rule, day)))
        {
            var asked = Facts(register, rule).Select(fact => able.FindAll(source => source.Descriptor!.Facts.Contains(fact)).ConvertAll(source => (source, fact)))
                .FirstOrDefault(found => found.Count > 0) ?? [];
            if (asked.Count == 0)
            {
                notes.Add($"No source can list who is due by the rule '{rule.Id}'; name a fact that one tells under 'dueFact'. It counts for persons found otherwise.");
            }

            var earliest = rule.Trigger is not (RetentionTrigger.RelationshipEnd or RetentionTrigger.BasisEnd);
            var before = RetentionDay.Start(Before(register, rule, day));
            foreach (var (source, fact) in asked)
            {
                // The latest moment takes in what the others ask for.
                if (!queries.TryGetValue((source.Id, fact, earliest), out var known) || known.Before < before)
                {
                    queries[(source.Id, fact, earliest)] = new(source, fact, before, earliest);
                }
            }
        }

        return ([.. queries.Values], notes);
    }

    // What the law demands at least makes nothing due by itself.
    private static bool IsLookedFor(RetentionRule rule, DateOnly day) =>
        rule.Strength != RetentionStrength.Minimum && !(rule.ValidFrom > day) && !(rule.ValidTo < day);

    private static IEnumerable<string> Facts(Register register, RetentionRule rule) =>
        rule.DueFact is { } named ? [named]
        : rule.Trigger is not (RetentionTrigger.RelationshipEnd or RetentionTrigger.BasisEnd) ? []
        : register.Pack.Relationship?.Threshold is null ? [FactKinds.ContractInForce, FactKinds.LastContact]
        : [FactKinds.LastContact, FactKinds.ContractInForce];

    // What is handed over first is looked for when the relationship ends, not when the data goes.
    private static DateOnly Before(Register register, RetentionRule rule, DateOnly day)
    {
        var from = rule.Period is { } period && rule.HandOverTo is null ? period.Before(day) : day;
        var ended = rule.Trigger is RetentionTrigger.RelationshipEnd or RetentionTrigger.BasisEnd && register.Pack.Relationship?.Threshold is { } threshold
            ? threshold.Before(from)
            : from;
        return ended.AddDays(1);
    }
}
