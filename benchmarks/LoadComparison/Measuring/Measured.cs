namespace PersonalDataHub.LoadComparison.Measuring;

/// <summary>One contender at one number of connections, in all rounds.</summary>
internal sealed class Measured(string contender, int connections)
{
    public string Contender => contender;

    public int Connections => connections;

    public List<Sample> Samples { get; } = [];

    /// <summary>RSS after the last round.</summary>
    public double ResidentMegabytes { get; set; }

    public Spread RequestsPerSecond => Spread.Of(Samples, sample => sample.RequestsPerSecond);

    public Spread CpuMicroseconds => Spread.Of(Samples, sample => sample.CpuMicroseconds);

    public Spread MedianMilliseconds => Spread.Of(Samples, sample => sample.MedianMilliseconds);

    public Spread SlowMilliseconds => Spread.Of(Samples, sample => sample.SlowMilliseconds);
}
