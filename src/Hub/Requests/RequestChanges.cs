using System.Collections.Concurrent;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Tells within this process that a request has changed, so that who watches it looks again.</summary>
internal sealed class RequestChanges
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> waiting = new();

    /// <summary>Ends when the request changes next.</summary>
    public Task NextAsync(Guid request) =>
        waiting.GetOrAdd(request, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>To be called after the change is committed.</summary>
    public void Changed(Guid request)
    {
        if (waiting.TryRemove(request, out var watchers))
        {
            watchers.TrySetResult();
        }
    }
}
