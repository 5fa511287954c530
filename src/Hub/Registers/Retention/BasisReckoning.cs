using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>Works out when the last basis of the purposes ends that data is held for (GDPR Art. 6(1)).</summary>
/// <remarks>
/// A consent is given for a purpose and ends for that purpose alone: it is looked at purpose by purpose, and one that was never
/// given is no basis.
/// </remarks>
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
        var bases = BasesOf(register, purposes);
        if (bases.Count == 0)
        {
            return (RetentionStanding.NotKnown, default, "no purpose that it is held for names a basis, so none can end");
        }

        // How long law demands it, the law's own minimum says; a duty by itself keeps nothing longer.
        bases.RemoveAll(one => one.Basis.Kind == BasisKind.LegalObligation);
        if (bases.Count == 0)
        {
            return (RetentionStanding.NoRule, default, "only law asks for it, and the law's own period says how long");
        }

        bases.RemoveAll(one => one.Consent is { } purpose && ConsentTo(purpose, facts).State == ConsentState.NeverGiven);
        if (bases.Count == 0)
        {
            return (RetentionStanding.NotKnown, default, "it is held on consent alone, and none was ever given");
        }

        var ends = bases.ConvertAll(one => (Name: NameOf(one), End: EndOf(one.Basis, one.Consent, facts)));
        if (ends.Find(one => one.End.Standing == RetentionStanding.Open) is { Name: { } living, End.Why: var why })
        {
            return (RetentionStanding.Open, default, $"the basis {living} lives: {why}");
        }

        if (ends.Find(one => one.End.Standing == RetentionStanding.NotKnown) is { Name: { } unknown, End.Why: var cause })
        {
            return (RetentionStanding.NotKnown, default, $"whether the basis {unknown} has ended is not known: {cause}");
        }

        var last = ends.MaxBy(one => one.End.From);
        return (RetentionStanding.Ends, last.End.From, $"from the end of the last basis, {last.Name}");
    }

    // Every basis once; a consent once for each purpose.
    private static List<(LegalBasis Basis, string? Consent)> BasesOf(Register register, IReadOnlyList<Purpose> purposes) =>
    [
        .. (from purpose in purposes
            from id in purpose.Bases
            let basis = register.Pack.FindBasis(id)
            where basis is not null
            select (Basis: basis, Consent: basis.Kind == BasisKind.Consent ? purpose.Id : null)).Distinct(),
    ];

    private static string NameOf((LegalBasis Basis, string? Consent) one) => one.Consent is { } purpose ? $"{one.Basis.Id} to {purpose}" : one.Basis.Id;

    private static ConsentStanding ConsentTo(string purpose, RetentionFacts facts) => facts.Consents.GetValueOrDefault(purpose, ConsentStanding.NotAsked);

    private static (RetentionStanding Standing, DateOnly From, string Why) EndOf(LegalBasis basis, string? consent, RetentionFacts facts) => basis.Kind switch
    {
        BasisKind.Consent => ConsentTo(consent!, facts) switch
        {
            { State: ConsentState.Given } => (RetentionStanding.Open, default, "the consent stands"),
            { State: ConsentState.Ended, EndedOn: { } day } => (RetentionStanding.Ends, day, "the consent was taken back"),
            var other => (RetentionStanding.NotKnown, default, other.Missing ?? "the day on which it was taken back is not known"),
        },
        BasisKind.Contract or BasisKind.LegitimateInterest => OfRelationship(facts.Relationship),
        BasisKind.VitalInterests or BasisKind.PublicTask => (RetentionStanding.Open, default, "nothing tells that the task has ended"),
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis.Kind, "The set of bases is closed, and duties were left out."),
    };
}
