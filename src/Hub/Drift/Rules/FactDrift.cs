using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Drift.Rules;

/// <summary>Facts that rules ask for against facts that sources deliver.</summary>
internal sealed class FactDrift : IDriftRule
{
    // What the end of a relationship is reckoned from, whatever rules say.
    private static readonly string[] OfRelationship = [FactKinds.LastContact, FactKinds.ContractInForce];

    public IEnumerable<DriftFinding> Find(DriftSubject subject)
    {
        foreach (var rule in subject.Pack.Blockers.Where(rule => rule.Fact is not null))
        {
            var asked = subject.Sources.Where(source => rule.FactSources.Count == 0 || rule.FactSources.Contains(source.Id)).ToList();
            if (asked.All(source => source.Descriptor is not null) && !asked.Any(source => source.Descriptor!.Facts.Contains(rule.Fact!)))
            {
                yield return new(
                    DriftKind.FactNotDelivered,
                    rule.Id,
                    $"Whether '{rule.Id}' keeps data is asked of the fact '{rule.Fact}', which no source delivers{(rule.FactSources.Count == 0 ? "" : $" of {string.Join(", ", rule.FactSources)}")}. "
                        + "Map the fact at the source that knows it, or take the rule away.")
                {
                    Statements = rule.Statements,
                    Place = DriftPlace.InPack("blockers", rule.Id),
                };
            }
        }

        var used = subject.Pack.Blockers.Select(rule => rule.Fact).Concat(subject.Pack.Relationship is null ? [] : OfRelationship).ToHashSet();
        foreach (var fact in subject.Sources.SelectMany(source => source.Descriptor?.Facts ?? []).Distinct().Where(fact => !used.Contains(fact)))
        {
            yield return new(
                DriftKind.FactNotUsed,
                fact,
                $"Sources ({string.Join(", ", subject.Sources.Where(source => source.Descriptor?.Facts.Contains(fact) == true).Select(source => source.Id))}) deliver the fact '{fact}', "
                    + "but no rule of the register asks for it. Add the blocker or the relationship rule that it is for, or stop delivering it.")
            {
                Place = DriftPlace.InPack("blockers"),
            };
        }
    }
}
