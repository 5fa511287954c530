using PersonalDataHub.Hub.Registers.Retention;

namespace PersonalDataHub.Hub.Retention.Explaining;

/// <summary>How long what is held of a person stays, and how that was worked out.</summary>
/// <param name="Registrant">The registrant's id.</param>
/// <param name="Relationship">How the relationship stands over all sources.</param>
/// <param name="Fields">Every field that holds something, those alike in one.</param>
/// <param name="NotReached">Ids of the sources that did not answer.</param>
public sealed record RetentionExplanation(
    Guid Registrant, RelationshipStanding Relationship, IReadOnlyList<ExplainedField> Fields, IReadOnlyList<string> NotReached);
