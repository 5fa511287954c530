namespace PersonalDataHub.BulkErasure;

/// <summary>What one bulk erasure took.</summary>
internal sealed record Measured
{
    /// <summary>How many people were named.</summary>
    public required int Persons { get; init; }

    /// <summary>How many of them the approval started; for the others somebody may be the same person, which a person decides.</summary>
    public required int Started { get; init; }

    /// <summary>How many tasks their requests had.</summary>
    public required int Tasks { get; init; }

    /// <summary>From asking to the preview of everybody's plan, stored.</summary>
    public required TimeSpan Preview { get; init; }

    /// <summary>The approval.</summary>
    public required TimeSpan Approval { get; init; }

    /// <summary>From approval to the last request's end, without the pause.</summary>
    public required TimeSpan Running { get; init; }

    /// <summary>How many tasks were not finished when it was paused, after those that ran had ended.</summary>
    public required int WaitingInPause { get; init; }

    /// <summary>How many of these were finished during the pause; 0 is right.</summary>
    public required int BegunWhilePaused { get; init; }

    /// <summary>How many requests have ended.</summary>
    public required int Ended { get; init; }

    /// <summary>How many of them keep something, with ground and date.</summary>
    public required int WithRetention { get; init; }
}
