using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Drift.Rules;

/// <summary>What the notice promises of retention against the rules that run and the data they cover.</summary>
internal sealed class RetentionDrift : IDriftRule
{
    public IEnumerable<DriftFinding> Find(DriftSubject subject) =>
        Promised(subject).Concat(subject.Pack.Retention.SelectMany(rule => OfRule(subject, rule))).Concat(Uncovered(subject));

    private static IEnumerable<DriftFinding> Promised(DriftSubject subject)
    {
        var kept = subject.Pack.Retention.SelectMany(rule => rule.Statements).Concat(subject.Pack.Relationship?.Statements ?? []).ToHashSet();
        return subject.Pack.Statements
            .Where(statement => statement.Heading == NoticeHeading.Retention && !kept.Contains(statement.Id))
            .Select(statement => new DriftFinding(
                DriftKind.RetentionWithoutRule,
                statement.Id,
                $"The notice promises retention ('{statement.Text.En}'), but no rule carries it out. "
                    + $"Add a rule under 'retention' that names the statement '{statement.Id}'.")
            {
                Statements = [statement.Id],
                Place = DriftPlace.InPack("statements", statement.Id),
            });
    }

    private static IEnumerable<DriftFinding> OfRule(DriftSubject subject, RetentionRule rule)
    {
        if (rule is { Statements.Count: 0, Law: null })
        {
            yield return Of(
                DriftKind.RetentionNotTold, rule, rule.Id, $"The retention rule '{rule.Id}' is told by no statement of the notice and demanded by no law. Write it into the notice.");
        }

        if (WhyIdle(subject, rule) is { } why)
        {
            yield return Of(DriftKind.RetentionRuleIdle, rule, rule.Id, $"The retention rule '{rule.Id}' never applies: {why}");
        }
    }

    private static string? WhyIdle(DriftSubject subject, RetentionRule rule)
    {
        if (!subject.IsWhole)
        {
            return null;
        }

        var covered = subject.Fields.Where(held => Covers(rule, held)).ToList();
        if (covered.Count == 0)
        {
            return "no source holds data that it is about. Name what the sources call it, or take the rule away.";
        }

        string?[] named = [rule.DateField, rule.RecordedField, rule.OnlyIf];
        var missing = named.OfType<string>().Where(name => !covered.Any(held => held.Type.Fields.Any(field => field.Name == name))).ToList();
        if (missing.Count > 0)
        {
            return $"no record type that it is about has the field '{string.Join("', '", missing)}'. Name the field as the source calls it.";
        }

        return rule.Trigger == RetentionTrigger.RelationshipEnd && !EndIsTold(subject)
            ? $"no source tells '{FactKinds.LastContact}' or '{FactKinds.ContractInForce}', so the end of the relationship is never known. Map one of these facts at a source."
            : null;
    }

    private static bool EndIsTold(DriftSubject subject) => subject.Sources.Any(source =>
        source.Descriptor!.Facts.Any(fact => fact is FactKinds.LastContact or FactKinds.ContractInForce));

    private static IEnumerable<DriftFinding> Uncovered(DriftSubject subject) => subject.Fields
        .GroupBy(held => (Source: held.Source.Id, Type: held.Type.Name))
        .Where(record => !record.Any(held => subject.Pack.Retention.Any(rule => Covers(rule, held))))
        .Select(record => new DriftFinding(
            DriftKind.DataWithoutRetention,
            $"{record.Key.Source} {record.Key.Type}",
            $"No retention rule covers '{record.Key.Type}' of the source '{record.Key.Source}' (category '{record.First().Category}'): nothing says how long it stays. "
                + "Name its category or record type in a rule under 'retention'.")
        {
            Place = DriftPlace.InPack("retention"),
        });

    private static bool Covers(RetentionRule rule, HeldField held) =>
        RuleCoverage.CoversSource(rule.Sources, held.Source.Id)
        && RuleCoverage.Covers(rule.Categories, rule.Fields, held.Category, held.Type.Name, held.Field.Name);

    private static DriftFinding Of(DriftKind kind, RetentionRule rule, string subject, string message) => new(kind, subject, message)
    {
        Statements = rule.Statements,
        Place = DriftPlace.InPack("retention", rule.Id),
    };
}
