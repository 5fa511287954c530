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

    /// <summary>What the source held when the plan was made; for a whole record, null.</summary>
    public FieldValue? Previous { get; init; }

    /// <summary>The right value of a correction.</summary>
    public FieldValue? NewValue { get; init; }
}
