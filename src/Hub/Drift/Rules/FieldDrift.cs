using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Drift.Rules;

/// <summary>Record types and fields that rules name against those that sources have, and where data is from.</summary>
internal sealed class FieldDrift : IDriftRule
{
    public IEnumerable<DriftFinding> Find(DriftSubject subject) => Unknown(subject).Concat(WithoutOrigin(subject));

    private static IEnumerable<DriftFinding> Unknown(DriftSubject subject)
    {
        if (!subject.IsWhole)
        {
            return [];
        }

        var named = new List<(string Section, string Item, IReadOnlyList<string> Fields, IReadOnlyList<string> Statements)>();
        named.AddRange(subject.Pack.Origins.Select(origin => ("origins", origin.Id, origin.Fields, origin.Statements)));
        // Who gets segments only is given no field of a record: what stands there names numbers.
        named.AddRange(subject.Pack.Recipients.Where(recipient => recipient.Granularity == Granularity.Person).Select(recipient => ("recipients", recipient.Id, recipient.Fields, recipient.Statements)));
        named.AddRange(subject.Pack.Retention.Select(rule => ("retention", rule.Id, rule.Fields, rule.Statements)));
        named.AddRange(subject.Pack.Blockers.Select(rule => ("blockers", rule.Id, rule.Fields, rule.Statements)));
        named.AddRange(subject.Pack.Provisions.Select(rule => ("provisions", rule.Id, rule.Fields, rule.Statements)));
        return
        [
            .. from one in named
               from field in one.Fields
               where !subject.Holds(field)
               select new DriftFinding(
                   DriftKind.UnknownField,
                   $"{one.Section} {one.Item} {field}",
                   $"'{one.Item}' under '{one.Section}' names '{field}', which no source has. Write it as recordType or recordType.field, as the sources call it.")
               {
                   Statements = one.Statements,
                   Place = DriftPlace.InPack(one.Section, one.Item),
               },
        ];
    }

    // A notice that says nothing of origins at all is told of by the notice's own check.
    private static IEnumerable<DriftFinding> WithoutOrigin(DriftSubject subject) => subject.Pack.Origins.Count == 0 ? [] : subject.Fields
        .GroupBy(held => (Source: held.Source.Id, Type: held.Type.Name))
        .Where(record => !record.Any(held => subject.Pack.OriginsOf(held.Source.Id, held.Type.Name, held.Field.Name).Count > 0))
        .Select(record => new DriftFinding(
            DriftKind.DataWithoutOrigin,
            $"{record.Key.Source} {record.Key.Type}",
            $"The notice does not say from whom '{record.Key.Type}' of the source '{record.Key.Source}' is (GDPR Art. 14(2)(f)). Name it in a class under 'origins'.")
        {
            Place = DriftPlace.InPack("origins"),
        });
}
