namespace PersonalDataHub.LoadComparison.Measuring;

/// <summary>Loads contenders in turn, round after round, so that what slows the machine slows all of them.</summary>
internal sealed class Rounds(int count, TimeSpan duration, TimeSpan warming)
{
    /// <summary>Lets every contender compile and tier up what it needs.</summary>
    public async Task WarmAsync(IEnumerable<Contender> contenders, CancellationToken cancellationToken)
    {
        foreach (var contender in contenders)
        {
            await Wrk.RunAsync(contender, 32, warming, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<Measured>> MeasureAsync(IReadOnlyList<Contender> contenders, int[] connections, CancellationToken cancellationToken)
    {
        var cells = connections.SelectMany(number => contenders.Select(contender => (contender, measured: new Measured(contender.Name, number)))).ToList();
        for (var round = 0; round < count; round++)
        {
            // The other way round every second time: nobody always follows the same neighbour.
            foreach (var (contender, measured) in round % 2 == 0 ? cells : Enumerable.Reverse(cells))
            {
                measured.Samples.Add(await Wrk.RunAsync(contender, measured.Connections, duration, cancellationToken));
                measured.ResidentMegabytes = contender.Process.ResidentMegabytes;
            }
        }

        return [.. cells.Select(cell => cell.measured)];
    }

    /// <summary>In words, for the report.</summary>
    public override string ToString() => $"{count} rounds of {duration.TotalSeconds:0} s for each contender, in turn, after {warming.TotalSeconds:0} s of warming";
}
