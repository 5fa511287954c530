namespace PersonalDataHub.GraphQL.DifferentialTests.Documents;

/// <summary>The dice of one document: how often a choice is deliberately wrong, and how much may still be written.</summary>
internal sealed class Chance(Random random, double wildness)
{
    private int budget = 150;

    /// <summary>Whether to do something wrong here.</summary>
    public bool IsWild => wildness > 0 && random.NextDouble() < wildness;

    public bool OneIn(int many) => random.Next(many) == 0;

    public int Below(int most) => random.Next(most);

    public T Any<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>Takes one from what may still be written; false when nothing is left.</summary>
    public bool Spend() => --budget > 0;
}
