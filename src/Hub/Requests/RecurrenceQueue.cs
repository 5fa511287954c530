using System.Collections.Concurrent;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Returns that were seen and are yet to be looked into. In memory: one that is lost is seen again by the next search.</summary>
internal sealed class RecurrenceQueue
{
    private const int Length = 1000;
    private readonly System.Threading.Channels.Channel<Recurrence> queue = System.Threading.Channels.Channel.CreateBounded<Recurrence>(Length);
    private readonly ConcurrentDictionary<Recurrence, bool> waiting = new();

    public void Add(Recurrence recurrence)
    {
        if (waiting.TryAdd(recurrence, true) && !queue.Writer.TryWrite(recurrence))
        {
            waiting.TryRemove(recurrence, out _);
        }
    }

    /// <summary>The next one that is seen.</summary>
    public async Task<Recurrence> NextAsync(CancellationToken cancellationToken)
    {
        var next = await queue.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        waiting.TryRemove(next, out _);
        return next;
    }
}
