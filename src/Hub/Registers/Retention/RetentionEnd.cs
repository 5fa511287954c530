namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>How long data stays, with the whole arithmetic.</summary>
public sealed record RetentionEnd
{
    /// <summary>What can be said.</summary>
    public required RetentionStanding Standing { get; init; }

    /// <summary>The last day of keeping; null unless it ends on a day.</summary>
    public DateOnly? KeptThrough { get; init; }

    /// <summary>The id of the rule that decided; null for a hold or none.</summary>
    public string? Rule { get; init; }

    /// <summary>The law, contract or decision behind the rule that decided; null for none.</summary>
    public string? Law { get; init; }

    /// <summary>Ids of the statements behind the rule that decided.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    /// <summary>Every rule and hold that counted, and which won and why.</summary>
    public required IReadOnlyList<RetentionStep> Steps { get; init; }

    /// <summary>Use for each purpose that the data is held for.</summary>
    public IReadOnlyList<PurposeEnd> Purposes { get; init; } = [];

    /// <summary>Whether the controller's rule lets a sweep erase it without asking a person.</summary>
    public bool Automatic { get; init; }

    /// <summary>The id of the recipient that must have confirmed receipt before it goes; null for none.</summary>
    public string? HandOverTo { get; init; }

    /// <summary>The first day on which it is to go; null unless it ends on a day.</summary>
    public DateOnly? EraseFrom => KeptThrough?.AddDays(1);

    /// <summary>True when its time is over on a day.</summary>
    internal bool IsDueOn(DateOnly day) => Standing == RetentionStanding.Ends && KeptThrough < day;
}
