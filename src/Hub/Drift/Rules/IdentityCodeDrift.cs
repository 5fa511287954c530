using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Drift.Rules;

/// <summary>Identity codes that sources hold against the ground on which the register may hold them.</summary>
internal sealed class IdentityCodeDrift : IDriftRule
{
    public IEnumerable<DriftFinding> Find(DriftSubject subject)
    {
        var held = subject.Fields.Where(one => one.Field.IdentityKind == IdentityKinds.IdentityCode).ToList();
        if (subject.Pack.IdentityCode is null)
        {
            return held.Select(one => new DriftFinding(
                DriftKind.IdentityCodeWithoutGround,
                one.ToString(),
                $"The source '{one.Source.Id}' holds identity codes ({one.Type.Name}.{one.Field.Name}), for which the register names no ground (Data Protection Act 1050/2018 s. 29). "
                    + "Name the ground under 'identityCode', or stop holding them.")
            {
                Place = DriftPlace.InSource(one.Source.Id),
            });
        }

        return held.Count > 0 || !subject.IsWhole ? [] :
        [
            new(
                DriftKind.IdentityCodeNotHeld,
                "identityCode",
                "The register names a ground for identity codes, but no source holds any. Take 'identityCode' away, or connect the source that holds them.")
            {
                Statements = subject.Pack.IdentityCode.Statements,
                Place = DriftPlace.InPack("identityCode"),
            },
        ];
    }
}
