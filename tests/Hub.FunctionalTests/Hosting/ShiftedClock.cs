namespace PersonalDataHub.Hub.FunctionalTests.Hosting;

/// <summary>The machine's clock, ahead by as much as a test says. Timers run as they always do.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long ahead;

    /// <summary>How far it is ahead.</summary>
    public TimeSpan Ahead
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref ahead));
        set => Interlocked.Exchange(ref ahead, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
