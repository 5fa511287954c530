namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>What is known beside the record itself when its end is worked out.</summary>
public sealed record RetentionFacts
{
    /// <summary>How the relationship stands.</summary>
    public RelationshipStanding Relationship { get; init; } = RelationshipStanding.NotAsked;

    /// <summary>Ids of bases that are consents, each with the day on which it was withdrawn.</summary>
    public IReadOnlyDictionary<string, DateOnly> Withdrawn { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>Legal holds that cover the data.</summary>
    public IReadOnlyList<ActiveHold> Holds { get; init; } = [];
}
