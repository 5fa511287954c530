using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Drift.Rules;

/// <summary>Rights that the notice tells of against what sources are able to do.</summary>
internal sealed class RightsDrift : IDriftRule
{
    // A restriction is enforced by the hub whatever sources can do, so none of them needs the ability.
    private static readonly (RegistrantRight Right, Ability Ability, string Article)[] needs =
    [
        (RegistrantRight.Rectification, Ability.Rectification, "GDPR Art. 16"),
        (RegistrantRight.Erasure, Ability.Erasure, "GDPR Art. 17"),
    ];

    public IEnumerable<DriftFinding> Find(DriftSubject subject)
    {
        foreach (var (right, ability, article) in needs)
        {
            var promise = subject.Pack.Formalities.FirstOrDefault(formality => formality.Right == right);
            var able = subject.Sources.Where(source => source.Supports(ability)).ToList();
            if (promise is not null && able.Count == 0 && subject.IsWhole)
            {
                yield return new(
                    DriftKind.RightWithoutAbility,
                    right.ToString(),
                    $"The notice promises the right of {article}, but no source of the register can carry it out. Map it at the sources, or by hand where there is no other way.")
                {
                    Statements = promise.Statements,
                    Place = DriftPlace.InPack("formalities"),
                };
            }
            else if (promise is null && able.Count > 0)
            {
                yield return new(
                    DriftKind.RightNotTold,
                    right.ToString(),
                    $"Sources ({string.Join(", ", able.Select(source => source.Id))}) can fulfil the right of {article}, which the notice does not tell of (GDPR Art. 13(2)(b)). "
                        + $"Tell of it in the notice and add it under 'formalities'.")
                {
                    Place = DriftPlace.InPack("formalities"),
                };
            }
        }
    }
}
