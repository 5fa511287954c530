using System.Collections.Concurrent;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Requests.Bulk;

/// <summary>
/// Plans on when who asked waits no longer: planning a thousand people takes longer than one call may. Who sends the same
/// again joins what goes on.
/// </summary>
internal sealed class BulkPreparations(HubDatabase database, TimeProvider clock) : IDisposable
{
    // Well below the time that a GraphQL operation may take.
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<BulkErasureRow>>> running = new(StringComparer.Ordinal);

    /// <param name="print">What is asked: the same print is the same preparation.</param>
    /// <param name="prepare">Plans and stores; ends when the hub stops, not when a caller is gone.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RequestException">It takes longer than a call may; it goes on.</exception>
    public async Task<BulkErasureRow> JoinAsync(
        byte[] print, Func<CancellationToken, Task<BulkErasureRow>> prepare, CancellationToken cancellationToken)
    {
        var key = Convert.ToHexString(print);
        var preparation = running.GetOrAdd(key, _ => new(() => Task.Run(() => PrepareAsync(key, prepare), CancellationToken.None)));
        try
        {
            return await preparation.Value.WaitAsync(patience, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw StillPlanning();
        }
    }

    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    private async Task<BulkErasureRow> PrepareAsync(string key, Func<CancellationToken, Task<BulkErasureRow>> prepare)
    {
        try
        {
            // Another node may be asked the same; where this one is not first, that one goes on.
            await using var taken = await database.TryTakeAsync($"bulk/{key}", stopping.Token).ConfigureAwait(false);
            return taken is null ? throw StillPlanning() : await prepare(stopping.Token).ConfigureAwait(false);
        }
        finally
        {
            // What is stored is found there from now on; what failed may be tried again.
            running.TryRemove(key, out _);
        }
    }

    private static RequestException StillPlanning() => new(
        RequestMistakes.StillPlanning, "The plans are still being made; send the same again, with the same clientRequestKey, to hear of them.");
}
