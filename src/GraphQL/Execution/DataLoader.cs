namespace PersonalDataHub.GraphQL.Execution;

/// <summary>A loader of one request, as the waves of its execution see it.</summary>
internal abstract class DataLoader
{
    /// <summary>Loads all keys that were asked for.</summary>
    public abstract void Dispatch();

    /// <summary>Forgets what was loaded.</summary>
    public abstract void Clear();
}

/// <summary>Collects keys until its wave is over, and keeps what was loaded for the rest of the request.</summary>
internal sealed class DataLoader<TKey, TValue>(DataLoaderDefinition<TKey, TValue> definition, OperationRun run) : DataLoader, IDataLoader<TKey, TValue>
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, Task<TValue?>> known = [];
    private List<(TKey Key, TaskCompletionSource<TValue?> Value)> asked = [];

    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default)
    {
        Task<TValue?>? value;
        lock (gate)
        {
            if (!known.TryGetValue(key, out value))
            {
                // Whoever waits goes on at once where the value is set, so that what they ask for next is one wave again.
                var source = new TaskCompletionSource<TValue?>();
                asked.Add((key, source));
                known.Add(key, value = source.Task);
            }
        }

        if (!value.IsCompleted)
        {
            run.Loaders.Ask(this);
        }

        return cancellationToken == run.Aborted ? value : value.WaitAsync(cancellationToken);
    }

    public Task<TValue?[]> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default) =>
        Task.WhenAll(keys.Select(key => LoadAsync(key, cancellationToken)).ToArray());

    public override void Dispatch()
    {
        List<(TKey Key, TaskCompletionSource<TValue?> Value)> batch;
        lock (gate)
        {
            (batch, asked) = (asked, []);
        }

        foreach (var part in batch.Chunk(definition.MaximumBatch))
        {
            _ = Load(part);
        }
    }

    public override void Clear()
    {
        lock (gate)
        {
            known.Clear();
        }
    }

    private async Task Load((TKey Key, TaskCompletionSource<TValue?> Value)[] batch)
    {
        IReadOnlyDictionary<TKey, TValue>? values = null;
        Exception? failure = null;
        try
        {
            values = await definition.Load([.. batch.Select(b => b.Key)], run.Services, run.Aborted);
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        run.Enter();
        foreach (var (key, value) in batch)
        {
            if (failure is not null)
            {
                value.SetException(failure);
            }
            else if (values!.TryGetValue(key, out var found) || default(TValue) is null)
            {
                value.SetResult(found);
            }
            else
            {
                value.SetException(new KeyNotFoundException($"{definition.Name} has no value of a key."));
            }
        }

        run.Leave();
    }
}
