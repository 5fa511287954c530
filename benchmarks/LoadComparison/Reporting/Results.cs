using PersonalDataHub.LoadComparison.Measuring;

namespace PersonalDataHub.LoadComparison.Reporting;

/// <summary>All that one run measured.</summary>
internal sealed record Results
{
    public required IReadOnlyList<Measured> EngineOnly { get; init; }

    /// <summary>With sources of 5 ms, at 32 and 256 connections.</summary>
    public required IReadOnlyList<Measured> Load { get; init; }

    /// <summary>With sources that answer at once, one request at a time.</summary>
    public required IReadOnlyList<Measured> AddedTime { get; init; }

    /// <summary>Milliseconds from the start of the process to the first answer.</summary>
    public required (Spread Hand, Spread Engine) Starts { get; init; }

    public required IReadOnlyList<Deferral> Deferrals { get; init; }

    /// <summary>Why no npm gateways were measured; null when they were.</summary>
    public required string? MissingPeers { get; init; }

    public static Measured One(IEnumerable<Measured> all, string contender, int connections) =>
        all.Single(one => one.Contender == contender && one.Connections == connections);
}
