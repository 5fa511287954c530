namespace PersonalDataHub.FaultSource;

/// <summary>How a source misbehaves; put while it runs, in force from the next call on.</summary>
internal sealed record Behaviour
{
    /// <summary>Answers 503 to everything.</summary>
    public bool Down { get; init; }

    /// <summary>The share of changes that are refused with 503, 0 to 1, so that they are told again later.</summary>
    public double Busy { get; init; }

    /// <summary>Waits so many milliseconds before it looks at a call.</summary>
    public int SlowMilliseconds { get; init; }

    /// <summary>Waits so many milliseconds between a change and the answer to it.</summary>
    public int ReplyMilliseconds { get; init; }

    /// <summary>Says that changes are done, and makes none.</summary>
    public bool Lies { get; init; }

    /// <summary>The share of changes that are made and whose answer is lost, 0 to 1.</summary>
    public double LostReplies { get; init; }

    /// <summary>Says that a change comes later, and makes it so many seconds later; 0 for at once.</summary>
    public double LaterSeconds { get; init; }

    /// <summary>Makes an account anew when it is told to correct one that is gone.</summary>
    public bool Upserts { get; init; }

    /// <summary>Numbers of persons whose changes are always refused.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    /// <summary>The call that fails, counted from the moment this behaviour was put, 1 for the first; 0 for none.</summary>
    public long FailingCall { get; init; }
}
