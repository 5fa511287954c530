namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>A task that was given up and waits for somebody to retry, skip or complete it.</summary>
public sealed record DeadLetter
{
    /// <summary>The id of its request.</summary>
    public required Guid Request { get; init; }

    /// <summary>What the request asks.</summary>
    public required DataSubjectRequestKind Kind { get; init; }

    /// <summary>The last day for the answer to the person.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The task; its failure is the cause.</summary>
    public required FulfillmentTask Task { get; init; }

    /// <summary>Since when it is given up.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>What happened to it, the oldest first, from the audit trail.</summary>
    public required IReadOnlyList<TaskEvent> History { get; init; }
}
