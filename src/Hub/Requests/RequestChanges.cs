using System.Collections.Concurrent;
using PersonalDataHub.Hub.Persistence;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Tells that a request has changed, at this node or another, so that who watches it looks again.</summary>
internal sealed class RequestChanges
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> waiting = new();

    public RequestChanges(OtherNodes others)
    {
        others.Changed += requests => requests.ToList().ForEach(Changed);
        others.Missed += () => waiting.Keys.ToList().ForEach(Changed);
    }

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
