using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>One record or field that a task will touch.</summary>
internal sealed record PlannedItem
{
    public required RecordTarget Target { get; init; }

    public required Fate Fate { get; init; }

    public string? Article { get; init; }

    public string? Reason { get; init; }

    public DateOnly? Until { get; init; }

    public string? LiftedBy { get; init; }

    /// <summary>Ids of the statements of the notice behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    /// <summary>Ids of the blockers that keep it and that sources' facts can lift.</summary>
    public IReadOnlyList<string> Blockers { get; init; } = [];

    /// <summary>True when a recipient's receipt is among what would let it go.</summary>
    public bool AwaitsReceipt { get; init; }

    /// <summary>
    /// The value to correct, as decided on; null where it was not read or is another one, and for all but corrections.
    /// </summary>
    public FieldValue? Previous { get; init; }

    /// <summary>The right value of a correction.</summary>
    public FieldValue? NewValue { get; init; }

    /// <summary>The tag of the value to correct when it was decided on; another tag at the source is a conflict.</summary>
    public string? ExpectedTag { get; init; }
}
