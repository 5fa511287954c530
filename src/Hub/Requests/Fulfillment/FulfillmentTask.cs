namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>One source's share of a request, as shown.</summary>
public sealed record FulfillmentTask
{
    /// <summary>Its id: what completing, retrying and skipping name, and the source's idempotency key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The id of the source.</summary>
    public required string Source { get; init; }

    /// <summary>How it stands.</summary>
    public required TaskState State { get; init; }

    /// <summary>What it waits for.</summary>
    public WaitingCause? WaitingCause { get; init; }

    /// <summary>Until when, where that is known.</summary>
    public DateTimeOffset? WaitingUntil { get; init; }

    /// <summary>The request of the same person that is carried out at this source first; null when none is.</summary>
    public Guid? Behind { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Attempt { get; init; }

    /// <summary>The last failure; no personal data.</summary>
    public string? Failure { get; init; }

    /// <summary>What a person is to do.</summary>
    public string? Instruction { get; init; }

    /// <summary>Who is to do it by hand; null while that is not said.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>Who completed or skipped it by hand.</summary>
    public string? CompletedBy { get; init; }

    /// <summary>What it touches.</summary>
    public required IReadOnlyList<TaskItem> Items { get; init; }
}
