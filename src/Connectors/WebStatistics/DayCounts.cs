namespace PersonalDataHub.Connectors.WebStatistics;

/// <summary>The counts of days, by measure, as the exports tell them.</summary>
internal sealed class DayCounts
{
    private readonly Dictionary<(DateOnly Day, string Measure), Dictionary<string, long>> counts = [];

    public int Malformed { get; private set; }

    public void AddMalformed() => Malformed++;

    public void Add(DateOnly day, string measure, string value, long count)
    {
        if (!counts.TryGetValue((day, measure), out var values))
        {
            counts[(day, measure)] = values = new(StringComparer.Ordinal);
        }

        values[value] = values.GetValueOrDefault(value) + count;
    }

    /// <summary>The protected counts of all days, added up by measure and value.</summary>
    public IEnumerable<(string Measure, string Value, long Count)> Protected(int smallest) =>
        counts
            .SelectMany(day => SmallNumbers.Protect(day.Value, smallest).Select(count => (day.Key.Measure, Value: count.Key, Count: count.Value)))
            .GroupBy(count => (count.Measure, count.Value))
            .Select(same => (same.Key.Measure, same.Key.Value, same.Sum(count => count.Count)));
}
