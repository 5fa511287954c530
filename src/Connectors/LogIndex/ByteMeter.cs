namespace PersonalDataHub.Connectors.LogIndex;

/// <summary>Counts the bytes read from log files, so that the cost of a lookup can be seen.</summary>
internal sealed class ByteMeter
{
    private long total;

    public long Total => Interlocked.Read(ref total);

    public void Add(long bytes) => Interlocked.Add(ref total, bytes);
}
