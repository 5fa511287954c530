namespace PersonalDataHub.DemoSources;

/// <summary>One demo person who is there for a reason.</summary>
/// <param name="CustomerId">The customer number to look the person up by.</param>
/// <param name="Why">What is awkward about them, in one sentence.</param>
public sealed record AwkwardCase(string CustomerId, string Why);
