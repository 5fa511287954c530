using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>
/// Decides what goes into which part of an operation answered in parts. The client waits for a fragment once those
/// around it are complete; a fragment is complete with all groups of fields that it wants.
/// </summary>
internal sealed class IncrementalDelivery
{
    private readonly Channel<DeferredGroup> finished = Channel.CreateUnbounded<DeferredGroup>(new() { SingleReader = true });
    private readonly HashSet<DeliveryGroup> waiting = [];
    private readonly OperationRun run;
    private readonly RequestLifetime lifetime;
    private readonly List<IncrementalPart.PendingFragment> pending = [];
    private readonly List<IncrementalPart.DeferredData> data = [];
    private readonly List<IncrementalPart.CompletedFragment> completed = [];
    private readonly Strand initial;
    private int nextId;

    private IncrementalDelivery(OperationRun run, Strand initial, RequestLifetime lifetime)
    {
        this.run = run;
        this.initial = initial;
        this.lifetime = lifetime;
        var begun = WithoutEmpty(Integrate(initial.Part, isNested: false));
        Announce(begun);
        Start(begun);
    }

    /// <summary>The parts of an operation that was executed as far as it does not defer; null when nothing was deferred.</summary>
    public static IncrementalDelivery? Begin(OperationRun run, Strand initial, RequestLifetime lifetime) =>
        initial.Part.Deferred().Groups.Count == 0 ? null : new IncrementalDelivery(run, initial, lifetime);

    /// <summary>All parts. When time is up, the last says so of every fragment that the client still waits for.</summary>
    /// <exception cref="OperationCanceledException">The caller left.</exception>
    public async IAsyncEnumerable<ExecutionResult> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lifetime.Token, cancellationToken);
        yield return ExecutionResult.Executed(run, initial, TakePart());
        while (waiting.Count > 0)
        {
            if (await HasFinished(either.Token))
            {
                while (finished.Reader.TryRead(out var group))
                {
                    Finish(group);
                }
            }
            else
            {
                completed.AddRange(waiting.Select(f => new IncrementalPart.CompletedFragment(f.Id!, ExecutionResult.TimeIsUp)));
                waiting.Clear();
            }

            if (pending.Count + data.Count + completed.Count > 0)
            {
                yield return ExecutionResult.Later(TakePart());
            }
        }
    }

    /// <summary>Whether a group has finished; false when time is up.</summary>
    private async Task<bool> HasFinished(CancellationToken cancellationToken)
    {
        try
        {
            await finished.Reader.WaitToReadAsync(cancellationToken);
            return !lifetime.IsTimeUp;
        }
        catch (OperationCanceledException) when (lifetime.IsTimeUp)
        {
            return false;
        }
    }

    /// <summary>Ends all that still runs.</summary>
    public Task EndedAsync() => Task.WhenAll(run.Deferred);

    private IncrementalPart TakePart()
    {
        var part = new IncrementalPart([.. pending], [.. data], [.. completed], waiting.Count > 0);
        pending.Clear();
        data.Clear();
        completed.Clear();
        return part;
    }

    /// <summary>Takes in what a part has deferred.</summary>
    /// <returns>The fragments inside of no other.</returns>
    private List<DeliveryGroup> Integrate(ResponsePart part, bool isNested)
    {
        var (fragments, groups) = part.Deferred();
        var (roots, seen) = (new List<DeliveryGroup>(), new HashSet<DeliveryGroup>());
        var added = fragments.ToHashSet();
        foreach (var fragment in fragments)
        {
            Add(fragment);
        }

        foreach (var group in groups)
        {
            foreach (var fragment in group.Fragments.Where(f => f.IsOpen))
            {
                fragment.Groups.Add(group);
                fragment.Running++;
                if (waiting.Contains(fragment))
                {
                    Await(group);
                }
            }
        }

        return roots;

        void Add(DeliveryGroup fragment)
        {
            if (!seen.Add(fragment))
            {
                return;
            }

            if (fragment.Parent is { } around && added.Contains(around))
            {
                Add(around);
            }

            // Inside of what is complete or failed there is nothing to wait for.
            fragment.IsOpen = fragment.Parent is null or { IsOpen: true };
            if (!fragment.IsOpen)
            {
                run.CountCompleted();
            }
            else if (fragment.Parent is not null)
            {
                fragment.Parent.Children.Add(fragment);
            }
            else if (!isNested)
            {
                roots.Add(fragment);
            }
        }
    }

    /// <summary>A fragment without fields of its own is not told of, but those inside of it are.</summary>
    private List<DeliveryGroup> WithoutEmpty(IEnumerable<DeliveryGroup> fragments)
    {
        var result = new List<DeliveryGroup>();
        foreach (var fragment in fragments.Where(f => f.IsOpen))
        {
            if (fragment.Groups.Count > 0)
            {
                result.Add(fragment);
            }
            else
            {
                Close(fragment);
                result.AddRange(WithoutEmpty(fragment.Children));
            }
        }

        return result;
    }

    private void Announce(List<DeliveryGroup> fragments)
    {
        foreach (var fragment in fragments)
        {
            fragment.Id = (nextId++).ToString(CultureInfo.InvariantCulture);
            pending.Add(new(fragment.Id, fragment.Path, fragment.Label));
        }
    }

    /// <summary>Waits for announced fragments. What of them is there already is told at once, and the list grows by those inside.</summary>
    private void Start(List<DeliveryGroup> announced)
    {
        for (var i = 0; i < announced.Count; i++)
        {
            waiting.Add(announced[i]);
            announced[i].Groups.ForEach(Await);
            CompleteIfDone(announced[i], announced);
        }
    }

    private void Await(DeferredGroup group)
    {
        // A group that has failed is told of again, for the fragments that nobody waited for before.
        if (!group.IsAwaited || group.Running is { IsCompleted: true, Result.IsHandedOn: true })
        {
            group.IsAwaited = true;
            _ = Tell();
        }

        async Task Tell()
        {
            await group.Running!;
            finished.Writer.TryWrite(group);
        }
    }

    private void Finish(DeferredGroup group)
    {
        if (!group.IsAwaited)
        {
            return;
        }

        var strand = group.Running!.Result;
        if (strand.IsHandedOn)
        {
            var error = group.Part.ErrorAt(strand.Cause);
            foreach (var fragment in group.Fragments.Where(waiting.Contains))
            {
                completed.Add(new(fragment.Id!, error));
                Fail(fragment);
            }

            return;
        }

        Integrate(group.Part, isNested: true);
        var begun = new List<DeliveryGroup>();
        foreach (var fragment in group.Fragments.Where(f => f.IsOpen))
        {
            fragment.Running--;
            CompleteIfDone(fragment, begun);
        }

        Start(begun);
    }

    private void CompleteIfDone(DeliveryGroup fragment, List<DeliveryGroup> begun)
    {
        if (!waiting.Contains(fragment) || fragment.Running > 0)
        {
            return;
        }

        foreach (var group in fragment.Groups.Where(g => g.IsAwaited).ToArray())
        {
            data.Add(DataOf(group, fragment));
            Forget(group);
        }

        completed.Add(new(fragment.Id!, null));
        Close(fragment);
        var inner = WithoutEmpty(fragment.Children);
        Announce(inner);
        begun.AddRange(inner);
    }

    /// <summary>Data is named by the fragment that reaches deepest of those that want it, so that the rest of the path is short.</summary>
    private static IncrementalPart.DeferredData DataOf(DeferredGroup group, DeliveryGroup fragment)
    {
        var best = group.Fragments.Where(f => f.Id is not null).Aggregate(fragment, (best, f) => f.Path.Count > best.Path.Count ? f : best);
        return new(best.Id!, [.. group.Path.Skip(best.Path.Count)], group.Running!.Result, group.Part.Errors());
    }

    private void Fail(DeliveryGroup fragment)
    {
        Close(fragment);
        foreach (var group in fragment.Groups.Where(g => !g.Fragments.Any(f => f.IsOpen)).ToArray())
        {
            Forget(group);
        }

        foreach (var inner in fragment.Children.Where(c => c.IsOpen))
        {
            Fail(inner);
        }
    }

    private static void Forget(DeferredGroup group)
    {
        group.IsAwaited = false;
        foreach (var fragment in group.Fragments)
        {
            fragment.Groups.Remove(group);
        }
    }

    private void Close(DeliveryGroup fragment)
    {
        (fragment.IsOpen, fragment.Id) = (false, null);
        waiting.Remove(fragment);
        run.CountCompleted();
    }
}
