using PersonalDataHub.Hub.Registers.Retention;

namespace PersonalDataHub.Hub.Registrants.Passports;

/// <summary>How long a value stays, worked out from its own record, with the arithmetic in words.</summary>
public sealed record PassportKeeping
{
    /// <summary>What can be said.</summary>
    public required RetentionStanding Standing { get; init; }

    /// <summary>The last day of keeping; null unless it ends on a day.</summary>
    public DateOnly? KeptThrough { get; init; }

    /// <summary>The first day on which it is to go; null unless it ends on a day.</summary>
    public DateOnly? EraseFrom { get; init; }

    /// <summary>The id of the rule that decided; null where none did.</summary>
    public string? Rule { get; init; }

    /// <summary>The law behind that rule; null for none.</summary>
    public string? Law { get; init; }

    /// <summary>Every step in words.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>The id of the recipient that must have confirmed receipt before it goes; null for none.</summary>
    public string? HandOverTo { get; init; }

    /// <summary>Ids of the statements behind the rule that decided.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    internal static PassportKeeping Of(RetentionEnd end) => new()
    {
        Standing = end.Standing,
        KeptThrough = end.KeptThrough,
        EraseFrom = end.EraseFrom,
        Rule = end.Rule,
        Law = end.Law,
        Steps = [.. end.Steps.Select(step => step.Text)],
        HandOverTo = end.HandOverTo,
        Statements = end.Statements,
    };
}
