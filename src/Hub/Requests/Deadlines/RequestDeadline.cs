namespace PersonalDataHub.Hub.Requests.Deadlines;

/// <summary>By when a request must be answered (GDPR Art. 12(3)), and how that follows.</summary>
public sealed record RequestDeadline
{
    /// <summary>The day of receipt, in Finland.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The month as it would run from receipt, whatever was asked since.</summary>
    public required DeadlinePeriod FromReceipt { get; init; }

    /// <summary>
    /// The day that the periods run from, itself not counted: of receipt, or of the last answer that counts. Null while
    /// an answer is awaited.
    /// </summary>
    public DateOnly? CountedFrom { get; init; }

    /// <summary>The month to answer in; null while an answer is awaited.</summary>
    public DeadlinePeriod? OneMonth { get; init; }

    /// <summary>The three months to answer in, if extended; null while an answer is awaited.</summary>
    public DeadlinePeriod? ThreeMonths { get; init; }

    /// <summary>True when the person was told of the extension in time.</summary>
    public bool Extended { get; init; }

    /// <summary>The period that applies; null while an answer is awaited.</summary>
    public DeadlinePeriod? Applicable => Extended ? ThreeMonths : OneMonth;

    /// <summary>The moment before which the person must have been told of an extension; null while an answer is awaited.</summary>
    public DateTimeOffset? ExtensionPossibleUntil => OneMonth?.EndsAt;

    /// <summary>The arithmetic, in order.</summary>
    public required IReadOnlyList<DeadlineStep> Steps { get; init; }
}
