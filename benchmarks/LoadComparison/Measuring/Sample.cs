namespace PersonalDataHub.LoadComparison.Measuring;

/// <summary>One contender under load for some seconds.</summary>
internal sealed record Sample
{
    public required long Requests { get; init; }

    public required double RequestsPerSecond { get; init; }

    /// <summary>User and system time of the contender's process over the requests.</summary>
    public required double CpuMicroseconds { get; init; }

    /// <summary>p50 at the client.</summary>
    public required double MedianMilliseconds { get; init; }

    /// <summary>p99 at the client.</summary>
    public required double SlowMilliseconds { get; init; }
}
