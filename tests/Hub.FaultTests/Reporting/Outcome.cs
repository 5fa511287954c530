using PersonalDataHub.Hub.FaultTests.Checking;

namespace PersonalDataHub.Hub.FaultTests.Reporting;

/// <summary>What came of an experiment.</summary>
internal sealed record Outcome
{
    /// <summary>What the invariants say.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>How many actions (one request at one source) there were.</summary>
    public required int Actions { get; init; }

    /// <summary>How many faults were injected.</summary>
    public required int Faults { get; init; }

    /// <summary>How many times a source was told again what it had been told.</summary>
    public required int Repeats { get; init; }

    /// <summary>From the last fault until nothing was left to do; null when that did not come.</summary>
    public required TimeSpan? Drain { get; init; }

    /// <summary>What else was measured, in words.</summary>
    public string Figures { get; init; } = "";

    /// <summary>What was expected beside the invariants and is not so.</summary>
    public IReadOnlyList<string> Missed { get; init; } = [];

    /// <summary>Which aims for times were not reached: told of every run, and no failure of a build, which may share its machine.</summary>
    public IReadOnlyList<string> Late { get; init; } = [];

    /// <summary>Whether all that was expected is so.</summary>
    public bool Holds => Verdict.Holds && Missed.Count == 0 && Late.Count == 0;
}
