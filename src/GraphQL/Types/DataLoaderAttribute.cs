namespace PersonalDataHub.GraphQL.Types;

/// <summary>
/// Marks a static method that loads many values at once. It takes <c>IReadOnlyList&lt;TKey&gt;</c> first, then services and a
/// cancellation token, and returns a task of <c>IReadOnlyDictionary&lt;TKey, TValue&gt;</c>; of <c>ILookup&lt;TKey, T&gt;</c> where
/// a key has many values, which are then an array. Resolvers take it as <see cref="Execution.IDataLoader{TKey, TValue}"/>.
/// On such a parameter the attribute names the method that is meant, where several load the same types.
/// </summary>
/// <param name="name">On a method its name for parameters, by default the method's own; on a parameter the name of the method.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class DataLoaderAttribute(string? name = null) : Attribute
{
    /// <summary>The name of the loader; null for the method's own.</summary>
    public string? Name { get; } = name;

    /// <summary>Keys loaded by one call; more are split over several. Default 1000; at least 1.</summary>
    public int MaxBatchSize { get; init; } = 1000;
}
