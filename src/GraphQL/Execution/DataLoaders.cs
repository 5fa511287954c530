namespace PersonalDataHub.GraphQL.Execution;

/// <summary>The data loaders of one request, which load in waves: a wave is over when no field is executed that does not wait.</summary>
internal sealed class DataLoaders(OperationRun run)
{
    private readonly Lock gate = new();
    private readonly Dictionary<DataLoaderDefinition, DataLoader> loaders = [];
    private readonly HashSet<DataLoader> asked = [];

    public DataLoader Get(DataLoaderDefinition definition)
    {
        lock (gate)
        {
            if (!loaders.TryGetValue(definition, out var loader))
            {
                loaders.Add(definition, loader = definition.Create(run));
            }

            return loader;
        }
    }

    /// <summary>Notes that a loader has keys to load.</summary>
    public void Ask(DataLoader loader)
    {
        lock (gate)
        {
            asked.Add(loader);
        }

        // A resolver that goes on after waiting for something else has no wave around it: its keys go with those of the same moment.
        if (!run.IsWorking)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static loaders => loaders.Dispatch(), this, preferLocal: false);
        }
    }

    /// <summary>Forgets what was loaded.</summary>
    public void Clear()
    {
        lock (gate)
        {
            foreach (var loader in loaders.Values)
            {
                loader.Clear();
            }
        }
    }

    /// <summary>Loads all keys of a wave.</summary>
    public void Dispatch()
    {
        DataLoader[] wave;
        lock (gate)
        {
            if (asked.Count == 0)
            {
                return;
            }

            wave = [.. asked];
            asked.Clear();
        }

        run.Enter();
        Array.ForEach(wave, loader => loader.Dispatch());
        run.Leave();
    }
}
