namespace PersonalDataHub.LoadComparison.Measuring;

/// <summary>A figure of several rounds.</summary>
internal sealed record Spread(double Median, double Least, double Most)
{
    public static Spread Of<T>(IReadOnlyCollection<T> rounds, Func<T, double> figure)
    {
        var ordered = rounds.Select(figure).Order().ToList();
        var middle = ordered.Count / 2;
        return new(ordered.Count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2, ordered[0], ordered[^1]);
    }
}
