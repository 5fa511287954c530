namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>What is known beside the record itself when its end is worked out.</summary>
public sealed record RetentionFacts
{
    /// <summary>How the relationship stands.</summary>
    public RelationshipStanding Relationship { get; init; } = RelationshipStanding.NotAsked;

    /// <summary>How consent stands, by the id of the purpose that it is given for; of one that is missing nobody was asked.</summary>
    public IReadOnlyDictionary<string, ConsentStanding> Consents { get; init; } = new Dictionary<string, ConsentStanding>();

    /// <summary>Legal holds that cover the data.</summary>
    public IReadOnlyList<ActiveHold> Holds { get; init; } = [];
}
