namespace PersonalDataHub.Hub.Drift.Rules;

/// <summary>Purposes against the legal bases they rest on.</summary>
internal sealed class BasisDrift : IDriftRule
{
    public IEnumerable<DriftFinding> Find(DriftSubject subject)
    {
        foreach (var purpose in subject.Register.Purposes.Where(purpose => purpose.Bases.Count == 0))
        {
            yield return new(
                DriftKind.PurposeWithoutBasis,
                purpose.Id,
                $"The purpose '{purpose.Id}' rests on no legal basis, and nothing may be processed without one (GDPR Art. 6(1)). "
                    + "Name one or more under its 'bases', or take the purpose away.")
            {
                Statements = purpose.Statements,
                Place = DriftPlace.InPack("purposes", purpose.Id),
            };
        }

        foreach (var basis in subject.Pack.Bases.Where(basis => !subject.Register.Purposes.Any(purpose => purpose.Bases.Contains(basis.Id))))
        {
            yield return new(
                DriftKind.BasisWithoutPurpose,
                basis.Id,
                $"The notice names the basis '{basis.Id}', but no purpose rests on it. Name it under the 'bases' of the purposes that do, or take it away.")
            {
                Statements = basis.Statements,
                Place = DriftPlace.InPack("bases", basis.Id),
            };
        }
    }
}
