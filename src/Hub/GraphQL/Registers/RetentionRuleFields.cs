using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.GraphQL.Registers;

/// <summary>Writes periods as text.</summary>
[ObjectType<RetentionRule>]
public static class RetentionRuleFields
{
    /// <summary>How long, ISO 8601; null for not a day after the trigger.</summary>
    public static string? GetPeriod([Parent] RetentionRule rule) => rule.Period?.ToString();
}
