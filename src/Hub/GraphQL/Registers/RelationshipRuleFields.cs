using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.GraphQL.Registers;

/// <summary>Writes periods as text.</summary>
[ObjectType<RelationshipRule>]
public static class RelationshipRuleFields
{
    /// <summary>How long after the latest contact in any source, ISO 8601; null when only the end of all contracts ends it.</summary>
    public static string? GetThreshold([Parent] RelationshipRule rule) => rule.Threshold?.ToString();
}
