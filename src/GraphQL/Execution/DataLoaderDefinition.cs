namespace PersonalDataHub.GraphQL.Execution;

/// <summary>A method that loads many values at once.</summary>
internal abstract class DataLoaderDefinition(string name)
{
    public string Name => name;

    /// <summary>The loader of one request.</summary>
    public abstract DataLoader Create(OperationRun run);
}

/// <summary>A method that loads many values of one type at once.</summary>
internal sealed class DataLoaderDefinition<TKey, TValue>(
    string name,
    int maximumBatch,
    Func<IReadOnlyList<TKey>, IServiceProvider, CancellationToken, Task<IReadOnlyDictionary<TKey, TValue>>> load) : DataLoaderDefinition(name)
    where TKey : notnull
{
    public int MaximumBatch => maximumBatch;

    public Func<IReadOnlyList<TKey>, IServiceProvider, CancellationToken, Task<IReadOnlyDictionary<TKey, TValue>>> Load => load;

    public override DataLoader Create(OperationRun run) => new DataLoader<TKey, TValue>(this, run);

    /// <summary>The loader of the request that a resolver works for.</summary>
    public IDataLoader<TKey, TValue> Of(IResolverContext context) => context is ResolverContext own
        ? (IDataLoader<TKey, TValue>)own.Run.Loaders.Get(this)
        : throw new InvalidOperationException("Data loaders work inside of an operation only.");
}
