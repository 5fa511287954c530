namespace PersonalDataHub.DemoSources;

/// <summary>How many people a demo register has, and where its systems keep them.</summary>
public sealed record DemoSourceOptions
{
    /// <summary>The folder to create; what exists already is left as it is.</summary>
    public required string Directory { get; init; }

    /// <summary>How many people; default 80, from 12 (the awkward cases) to 900.</summary>
    public int People { get; init; } = 80;

    /// <summary>What chance starts from; the same seed and time give the same people. Default 42.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>The time at which the register's systems are looked at: nothing in them is later.</summary>
    public required DateTimeOffset Now { get; init; }
}
