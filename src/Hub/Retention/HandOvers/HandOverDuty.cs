using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Retention;

namespace PersonalDataHub.Hub.Retention.HandOvers;

/// <summary>Whether somebody has data that is handed over when the relationship ends.</summary>
internal static class HandOverDuty
{
    /// <summary>
    /// False for who certainly had no relationship that could end: where contracts make one, and no source tells of any. A
    /// company's contact person or a visitor leaves no client records behind.
    /// </summary>
    public static bool Concerns(Register register, RetentionRule rule, RelationshipStanding relationship) =>
        rule.Trigger != RetentionTrigger.RelationshipEnd
        || register.Pack.Relationship?.Threshold is not null
        || relationship.HasContract
        || relationship.Status == RelationshipStatus.NotKnown;
}
