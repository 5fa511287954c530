using System.Collections.Concurrent;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Execution;

/// <summary>Lets a test say when the fields of a <see cref="GatedPerson"/> have their values, and see when they are asked for.</summary>
public sealed class Gates
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string?>> values = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<CancellationToken>> asked = new();

    public ConcurrentQueue<string> Log { get; } = [];

    public void Open(string name) => ValueOf(name).TrySetResult(name);

    public void OpenWithNull(string name) => ValueOf(name).TrySetResult(null);

    public void Break(string name) => ValueOf(name).TrySetException(new GraphQLException("Broken.", "BROKEN"));

    /// <summary>The token of the request, once the field was asked for.</summary>
    public Task<CancellationToken> AskedAsync(string name) => AskedOf(name).Task.WaitAsync(TimeSpan.FromSeconds(30));

    public bool WasAsked(string name) => AskedOf(name).Task.IsCompleted;

    public async Task<string?> PassAsync(string name, CancellationToken cancellationToken, bool isDeaf = false)
    {
        Log.Enqueue("+" + name);
        AskedOf(name).TrySetResult(cancellationToken);
        var value = await ValueOf(name).Task.WaitAsync(isDeaf ? default : cancellationToken);
        Log.Enqueue("-" + name);
        return value;
    }

    private TaskCompletionSource<string?> ValueOf(string name) =>
        values.GetOrAdd(name, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private TaskCompletionSource<CancellationToken> AskedOf(string name) =>
        asked.GetOrAdd(name, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}

public sealed record GatedPerson(string Id)
{
    public Task<string?> Slow([Service] Gates gates, CancellationToken cancellationToken) => gates.PassAsync($"slow{Id}", cancellationToken);

    public Task<string?> Slower([Service] Gates gates, CancellationToken cancellationToken) => gates.PassAsync($"slower{Id}", cancellationToken);

    public Task<string?> Deaf([Service] Gates gates, CancellationToken cancellationToken) => gates.PassAsync($"deaf{Id}", cancellationToken, isDeaf: true);

    public async Task<string> Strict([Service] Gates gates, CancellationToken cancellationToken) => (await gates.PassAsync($"strict{Id}", cancellationToken))!;

    public GatedPerson? Inner => new(Id + "i");

    public GatedPerson StrictInner => new(Id + "s");
}

[QueryType]
public static class GatedQueries
{
    public static GatedPerson? Person(string id) => new(id);

    public static IReadOnlyList<GatedPerson>? People(int count) => [.. Enumerable.Range(1, count).Select(i => new GatedPerson($"{i}"))];
}

[MutationType]
public static class GatedMutations
{
    [UseMutationConvention(Disable = true)]
    public static GatedPerson? Change(string id, [Service] Gates gates)
    {
        gates.Log.Enqueue("change" + id);
        return new(id);
    }
}

[SubscriptionType]
public static class GatedSubscriptions
{
    public static IAsyncEnumerable<GatedPerson> Changed() => new[] { new GatedPerson("e") }.ToAsyncEnumerable();
}
