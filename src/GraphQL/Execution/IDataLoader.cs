namespace PersonalDataHub.GraphQL.Execution;

/// <summary>
/// Loads values by key for resolvers. Keys asked for while the operation has work that needs no waiting are loaded
/// together, and each once in a request; each root field of a mutation loads anew.
/// </summary>
public interface IDataLoader<TKey, TValue>
    where TKey : notnull
{
    /// <summary>The value of a key; null where the loader found none. A value type that was not found is an error.</summary>
    /// <exception cref="OperationCanceledException">The caller or the request was cancelled.</exception>
    Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default);

    /// <summary>The values of keys, in their order.</summary>
    /// <exception cref="OperationCanceledException">The caller or the request was cancelled.</exception>
    Task<TValue?[]> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default);
}
