using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>Works out when the last basis of the purposes ends that data is held for (GDPR Art. 6(1)).</summary>
internal static class BasisReckoning
{
    public static (RetentionStanding Standing, DateOnly From, string Why) OfRelationship(RelationshipStanding relationship) => relationship.Status switch
    {
        RelationshipStatus.Ended => (RetentionStanding.Ends, relationship.EndsOn!.Value, "from the end of the relationship"),
        RelationshipStatus.InForce => (RetentionStanding.Open, default, "the relationship goes on"),
        _ => (RetentionStanding.NotKnown, default, "whether the relationship has ended is not known"),
    };

    public static (RetentionStanding Standing, DateOnly From, string Why) Of(Register register, IReadOnlyList<Purpose> purposes, RetentionFacts facts)
    {
        var bases = purposes.SelectMany(purpose => purpose.Bases).Distinct().Select(register.Pack.FindBasis).OfType<LegalBasis>().ToList();
        if (bases.Count == 0)
        {
            return (RetentionStanding.NotKnown, default, "no purpose that it is held for names a basis, so none can end");
        }

        // How long law demands it, the law's own minimum says; a duty by itself keeps nothing longer.
        bases.RemoveAll(basis => basis.Kind == BasisKind.LegalObligation);
        if (bases.Count == 0)
        {
            return (RetentionStanding.NoRule, default, "only law asks for it, and the law's own period says how long");
        }

        var ends = bases.ConvertAll(basis => (Basis: basis, End: EndOf(basis, facts)));
        if (ends.Find(one => one.End.Standing == RetentionStanding.Open) is { Basis: { } living, End.Why: var why })
        {
            return (RetentionStanding.Open, default, $"the basis {living.Id} lives: {why}");
        }

        if (ends.Find(one => one.End.Standing == RetentionStanding.NotKnown) is { Basis: { } unknown, End.Why: var cause })
        {
            return (RetentionStanding.NotKnown, default, $"whether the basis {unknown.Id} has ended is not known: {cause}");
        }

        var last = ends.MaxBy(one => one.End.From);
        return (RetentionStanding.Ends, last.End.From, $"from the end of the last basis, {last.Basis.Id}");
    }

    private static (RetentionStanding Standing, DateOnly From, string Why) EndOf(LegalBasis basis, RetentionFacts facts) => basis.Kind switch
    {
        BasisKind.Consent => facts.Withdrawn.TryGetValue(basis.Id, out var day)
            ? (RetentionStanding.Ends, day, "the consent was withdrawn")
            : (RetentionStanding.Open, default, "the consent was not withdrawn"),
        BasisKind.Contract or BasisKind.LegitimateInterest => OfRelationship(facts.Relationship),
        BasisKind.VitalInterests or BasisKind.PublicTask => (RetentionStanding.Open, default, "nothing tells that the task has ended"),
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis.Kind, "The set of bases is closed, and duties were left out."),
    };
}
