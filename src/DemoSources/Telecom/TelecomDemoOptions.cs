namespace PersonalDataHub.DemoSources.Telecom;

/// <summary>How many people the demo operator has, and where its systems keep them.</summary>
public sealed record TelecomDemoOptions
{
    /// <summary>The folder to create; what exists already is left as it is.</summary>
    public required string Directory { get; init; }

    /// <summary>How many people; default 200, from 22 (one for each awkward case) to 1,000,000.</summary>
    public int People { get; init; } = 200;

    /// <summary>What chance starts from; the same seed and time give the same people. Default 42.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>The time at which the operator's systems are looked at: nothing in them is later.</summary>
    public required DateTimeOffset Now { get; init; }
}
