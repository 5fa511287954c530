namespace PersonalDataHub.Connectors.CallRecordings;

/// <summary>One call, as the exchange wrote it down.</summary>
internal sealed record CallDetailRecord
{
    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset? AnsweredAt { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    public required TimeSpan Duration { get; init; }

    public required TimeSpan TalkTime { get; init; }

    public required string CallerNumber { get; init; }

    public required string? CallerName { get; init; }

    public required string CalledNumber { get; init; }

    public required string? Direction { get; init; }

    public required string Disposition { get; init; }

    /// <summary>Empty when the caller was not identified.</summary>
    public required string CustomerNumber { get; init; }

    public required string? Agent { get; init; }

    /// <summary>The recording's path below the folder; empty when there is none.</summary>
    public required string RecordingPath { get; init; }

    /// <summary>What the agent wrote down of the call; null when nothing, or when the user field holds something else.</summary>
    public required string? Note { get; init; }

    /// <summary>The exchange's id of the call's channel; empty when it writes none.</summary>
    public required string UniqueId { get; init; }

    public override string ToString() => nameof(CallDetailRecord);
}
