namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Ends a piece of work when its caller leaves or its time is up.</summary>
internal sealed class RequestLifetime : IDisposable
{
    private readonly CancellationTokenSource source;
    private readonly CancellationTokenRegistration leaving;
    private readonly CancellationToken caller;
    private SemaphoreSlim? place;

    public RequestLifetime(TimeSpan timeout, TimeProvider clock, CancellationToken caller)
    {
        this.caller = caller;
        source = new CancellationTokenSource(timeout, clock);
        Token = source.Token;
        leaving = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
    }

    /// <summary>Still tells how it ended after disposal, for work that was left behind.</summary>
    public CancellationToken Token { get; }

    public bool IsTimeUp => Token.IsCancellationRequested && !caller.IsCancellationRequested;

    /// <summary>From now on only the caller ends it.</summary>
    public void LiftTimeout() => source.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>Takes one of the places for work, or waits in line for it.</summary>
    /// <exception cref="OperationCanceledException">The lifetime ended in the line.</exception>
    public async ValueTask TakePlaceAsync(SemaphoreSlim places)
    {
        if (!places.Wait(0, CancellationToken.None))
        {
            await places.WaitAsync(Token);
        }

        place = places;
    }

    /// <summary>Gives the place to others; a second call does nothing.</summary>
    public void LeavePlace() => Interlocked.Exchange(ref place, null)?.Release();

    public Task EndAsync() => source.CancelAsync();

    public void Dispose()
    {
        leaving.Dispose();
        source.Dispose();
    }
}
