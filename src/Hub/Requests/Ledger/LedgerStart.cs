namespace PersonalDataHub.Hub.Requests.Ledger;

/// <summary>Holds the database to the erasure ledger once it is prepared, and before a task runs or anybody is answered.</summary>
internal sealed class LedgerStart(ErasureReplay replay) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => replay.RunAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
