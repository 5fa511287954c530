namespace PersonalDataHub.Hub.Demo;

/// <summary>How large the demo is.</summary>
/// <param name="People">How many artificial people the telecom operator has; default 200.</param>
/// <param name="Seed">The same seed makes the same people; default 42.</param>
internal sealed record DemoOptions(int People = 200, int Seed = 42);
