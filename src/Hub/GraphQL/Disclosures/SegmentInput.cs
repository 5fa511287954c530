using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.Hub.GraphQL.Disclosures;

/// <summary>A group in which nobody is told apart.</summary>
[GraphQLName("Segment")]
public sealed record SegmentInput
{
    /// <summary>What it is known by; no personal data.</summary>
    [ID]
    public required string Id { get; init; }

    /// <summary>How many persons are in it.</summary>
    public required int Persons { get; init; }
}
