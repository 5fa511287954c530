namespace PersonalDataHub.Hub.Retention.Sweeps;

/// <summary>What a sweep counts while it goes.</summary>
internal sealed class SweepTally(List<string> notes)
{
    public List<string> Notes { get; } = notes;

    /// <summary>Hashes of those met already in this sweep.</summary>
    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    public int Listed { get; set; }

    public int Checked { get; private set; }

    public int Unknown { get; private set; }

    public void Add(IEnumerable<CheckResult> results)
    {
        foreach (var result in results)
        {
            Checked++;
            Unknown += result.State == CheckState.NotKnown ? 1 : 0;
        }
    }
}
