using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>One step of working out an end: what one rule or hold says.</summary>
public sealed record RetentionStep
{
    /// <summary>The id of the rule; null for a hold and for conclusions.</summary>
    public string? Rule { get; init; }

    /// <summary>What the rule is in law; null for a hold and for conclusions.</summary>
    public RetentionStrength? Strength { get; init; }

    /// <summary>The day from which the period runs; null where there is none.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The period, ISO 8601; null where there is none.</summary>
    public string? Period { get; init; }

    /// <summary>The last day of keeping that it gives; null where it gives none.</summary>
    public DateOnly? KeptThrough { get; init; }

    /// <summary>The step in words, without personal data.</summary>
    public required string Text { get; init; }
}
