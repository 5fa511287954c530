namespace PersonalDataHub.Hub.FaultTests.Checking;

/// <summary>A row of the task table with the request that it belongs to.</summary>
internal sealed record StoredTask
{
    public required string Id { get; init; }

    public required string Request { get; init; }

    public required string ClientRequestKey { get; init; }

    public required string Source { get; init; }

    /// <summary>A name of <c>TaskState</c>.</summary>
    public required string State { get; init; }

    /// <summary>A name of <c>WaitingCause</c>; null when it waits for nothing.</summary>
    public string? Cause { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Nothing more is to come of it by itself.</summary>
    public bool IsThrough => State is "Final" or "DeadLetter";
}
