namespace PersonalDataHub.Hub.FaultTests.Checking;

/// <summary>What the eight invariants say of an experiment.</summary>
/// <param name="Breaks">What breaks each, by its name, in their order; an empty list where it holds.</param>
internal sealed record Verdict(IReadOnlyList<(string Invariant, IReadOnlyList<string> Breaks)> Breaks)
{
    /// <summary>Whether all hold.</summary>
    public bool Holds => Breaks.All(one => one.Breaks.Count == 0);

    /// <summary>How many times an invariant is broken.</summary>
    public int CountOf(string invariant) => Breaks.Single(one => one.Invariant == invariant).Breaks.Count;

    /// <summary>The same with further breaks of one, found by an experiment that looks where no other does.</summary>
    public Verdict And(string invariant, IEnumerable<string> breaks) =>
        new([.. Breaks.Select(one => one.Invariant == invariant ? (one.Invariant, [.. one.Breaks, .. breaks]) : one)]);

    /// <summary>The counts on one line.</summary>
    public override string ToString() => string.Join(' ', Breaks.Select(one => $"{one.Invariant}={one.Breaks.Count}"));

    /// <summary>The first few breaks of each, a line each.</summary>
    public IEnumerable<string> Explain() => Breaks.SelectMany(one => one.Breaks.Take(3).Select(what => $"{one.Invariant}: {what}"));
}
