namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Renews a lease for as long as its task runs, and cancels the run when the lease is lost.</summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly TaskClaims claims;
    private readonly TaskLease lease;
    private readonly CancellationTokenSource running;
    private readonly ITimer timer;

    public LeaseKeeper(TaskClaims claims, TaskLease lease, TimeSpan every, TimeProvider clock, CancellationToken cancellationToken)
    {
        this.claims = claims;
        this.lease = lease;
        running = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer = clock.CreateTimer(_ => _ = RenewAsync(), null, every, every);
    }

    /// <summary>Cancelled when the lease is lost.</summary>
    public CancellationToken Token => running.Token;

    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync();
        running.Dispose();
    }

    private async Task RenewAsync()
    {
        try
        {
            if (!await claims.RenewAsync(lease, running.Token))
            {
                await running.CancelAsync();
            }
        }
        catch (Exception)
        {
            // A renewal that fails is tried again at the next tick; if all do, the lease expires and the fence refuses this run.
        }
    }
}
