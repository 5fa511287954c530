namespace PersonalDataHub.Hub.Connectors.Configuration;

/// <summary>When a source is left alone for a while.</summary>
internal sealed record BreakerSettings
{
    /// <summary>The share of failed calls that opens the breaker: 0.01 to 1, default 0.5.</summary>
    public double FailureRatio { get; init; } = 0.5;

    /// <summary>How many calls within the window it takes to judge: 2 to 1000, default 10.</summary>
    public int MinimumThroughput { get; init; } = 10;

    /// <summary>How long a call counts: 1 s to 5 min, default 10 s. What went well before that speaks for the source no more.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the breaker stays open: 1 s to 10 min, default 15 s.</summary>
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(15);
}
