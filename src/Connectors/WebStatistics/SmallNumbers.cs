namespace PersonalDataHub.Connectors.WebStatistics;

/// <summary>Puts small numbers together, so that none points at a single person.</summary>
internal static class SmallNumbers
{
    /// <summary>What the small numbers are told as.</summary>
    public const string Other = "other";

    /// <summary>
    /// The counts of one measure and one day without those below <paramref name="smallest"/>, which become "other"; where that
    /// is still too small, the smallest of the rest goes in too, and where nothing is left, it is not told at all.
    /// </summary>
    /// <remarks>Done by day, before days are added up: two spans that differ by a day must not tell what that day hides.</remarks>
    public static IEnumerable<KeyValuePair<string, long>> Protect(IReadOnlyDictionary<string, long> counts, int smallest)
    {
        var named = new Queue<KeyValuePair<string, long>>(counts
            .Where(count => count.Key != Other && count.Value >= smallest)
            .OrderBy(count => count.Value)
            .ThenBy(count => count.Key, StringComparer.Ordinal));
        var other = counts.Where(count => count.Key == Other || count.Value < smallest).Sum(count => count.Value);
        while (other > 0 && other < smallest && named.TryDequeue(out var next))
        {
            other += next.Value;
        }

        return other >= smallest ? named.Append(new(Other, other)) : named;
    }
}
