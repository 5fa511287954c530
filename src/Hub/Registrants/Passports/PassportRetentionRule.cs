using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registrants.Passports;

/// <summary>A rule that says how long values of a field stay (GDPR Art. 13(2)(a)).</summary>
public sealed record PassportRetentionRule
{
    /// <summary>The rule's id.</summary>
    public required string Id { get; init; }

    /// <summary>What the rule is, for people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>From what the period runs.</summary>
    public required RetentionTrigger Trigger { get; init; }

    /// <summary>How long, as ISO 8601 period such as <c>P6Y</c>; null for not a day after the trigger.</summary>
    public string? Period { get; init; }

    /// <summary>Whether it ends with the calendar year.</summary>
    public bool ToEndOfYear { get; init; }

    /// <summary>What must be kept, what must go, or what the controller has decided.</summary>
    public RetentionStrength Strength { get; init; }

    /// <summary>The law; null where there is none.</summary>
    public string? Law { get; init; }

    /// <summary>Ids of the statements behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    internal static PassportRetentionRule Of(RetentionRule rule) => new()
    {
        Id = rule.Id,
        Name = rule.Name,
        Trigger = rule.Trigger,
        Period = rule.Period?.ToString(),
        ToEndOfYear = rule.ToEndOfYear,
        Strength = rule.Strength,
        Law = rule.Law,
        Statements = rule.Statements,
    };
}
