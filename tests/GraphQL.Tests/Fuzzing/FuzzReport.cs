namespace PersonalDataHub.GraphQL.Tests.Fuzzing;

/// <summary>What came of a run of the fuzzer.</summary>
internal sealed class FuzzReport
{
    /// <summary>What should not have happened, with the number that makes the document again; the first few.</summary>
    public List<string> Findings { get; } = [];

    public int Runs { get; set; }

    /// <summary>Documents that the parser took.</summary>
    public int Parsed { get; set; }

    /// <summary>Documents that were executed, with errors of fields or without.</summary>
    public int Executed { get; set; }

    /// <summary>Runs that took longer than a second, and again when they were repeated.</summary>
    public int Slow { get; set; }

    public TimeSpan Longest { get; set; }

    public int MostCalls { get; set; }

    public override string ToString() =>
        $"{Runs} documents: {Parsed} read, {Executed} executed, {Slow} slower than 1 s, longest {Longest.TotalMilliseconds:F0} ms, at most {MostCalls} resolver calls, {Findings.Count} findings";
}
