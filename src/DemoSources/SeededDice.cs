namespace PersonalDataHub.DemoSources;

/// <summary>Chance that is the same on every machine and runtime: SplitMix64, started from seed, person and aspect.</summary>
/// <remarks>
/// Every aspect of a person has dice of its own, so that adding a field to one source leaves the others as they were.
/// </remarks>
internal sealed class SeededDice(int seed, int person, DiceAspect aspect)
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong state = Mix(((ulong)(uint)seed << 32) ^ Mix(((ulong)(uint)person << 8) | (byte)aspect));

    /// <summary>A whole number from 0 up to, but not including, the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A whole number between the two, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True in that many of a hundred cases.</summary>
    public bool Percent(int share) => Below(100) < share;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public ulong Next()
    {
        state += Step;
        return Mix(state);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
