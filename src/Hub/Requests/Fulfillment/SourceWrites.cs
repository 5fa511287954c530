using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Tells a source what to do, under the task's key so that repeats are one effect.</summary>
internal sealed class SourceWrites(SourceInvoker invoker, CallbackTokens callbacks)
{
    /// <param name="source">The source.</param>
    /// <param name="work">The task.</param>
    /// <param name="items">What is told, in this order; the answer has the same.</param>
    /// <param name="fence">The number of this attempt.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<SourceCall<WriteResult>> CallAsync(
        Source source, TaskWork work, IReadOnlyList<WorkItem> items, long fence, CancellationToken cancellationToken)
    {
        var key = new TaskKey(work.Task.Id, fence);
        var callback = callbacks.Of(work.Task.Id);
        IReadOnlyList<RecordTarget> targets = [.. items.Select(item => item.Target)];
        return work.Request.Kind switch
        {
            DataSubjectRequestKind.Rectification => invoker.RectifyAsync(
                source,
                new()
                {
                    Task = key,
                    Identities = work.Identities,
                    Callback = callback,
                    Corrections = [.. items.Select(item => new FieldCorrection(item.Target, item.Previous, item.NewValue))],
                },
                cancellationToken),
            DataSubjectRequestKind.Erasure => invoker.EraseAsync(
                source,
                new()
                {
                    Task = key,
                    Identities = work.Identities,
                    Callback = callback,
                    Targets = targets,
                    Anonymised = [.. items.Where(item => item.Fate == Planning.Fate.Anonymise).Select(item => item.Target)],
                },
                cancellationToken),
            var kind => invoker.RestrictAsync(
                source,
                new()
                {
                    Task = key,
                    Identities = work.Identities,
                    Callback = callback,
                    Targets = targets,
                    Restricted = kind == DataSubjectRequestKind.Restriction,
                },
                cancellationToken),
        };
    }

    /// <summary>Asks what has become of items that the source took to do later; null when it cannot tell.</summary>
    public Task<SourceCall<WriteResult>?> AskAsync(
        Source source, TaskWork work, IReadOnlyList<WorkItem> pending, long fence, CancellationToken cancellationToken) => invoker.AskPendingAsync(
        source,
        new() { Task = new(work.Task.Id, fence), Identities = work.Identities, Tokens = [.. pending.Select(item => item.Token!)] },
        cancellationToken);

    /// <summary>The ability that a kind of request needs.</summary>
    public static Ability AbilityFor(DataSubjectRequestKind kind) => kind switch
    {
        DataSubjectRequestKind.Rectification => Ability.Rectification,
        DataSubjectRequestKind.Erasure => Ability.Erasure,
        _ => Ability.Restriction,
    };
}
