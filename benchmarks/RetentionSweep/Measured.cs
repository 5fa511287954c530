using PersonalDataHub.Hub.Retention.Sweeps;

namespace PersonalDataHub.RetentionSweep;

/// <summary>One sweep, measured.</summary>
/// <param name="What">What was swept.</param>
/// <param name="Population">How many persons the sources hold.</param>
/// <param name="Sweep">What it found.</param>
/// <param name="Took">How long it took.</param>
internal sealed record Measured(string What, int Population, Hub.Retention.Sweeps.RetentionSweep Sweep, TimeSpan Took)
{
    /// <summary>True when it found exactly those who are due.</summary>
    public bool Found(int due) => Sweep.Status == SweepStatus.Done && Sweep.Due == due && Sweep.Unknown == 0;
}
