using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.GraphQL.Types.Pagination;

namespace PersonalDataHub.GraphQL.Tests.Execution;

/// <summary>A schema whose fields cost something, and that counts what is resolved.</summary>
[QueryType]
public static class CostedShop
{
    private static int calls;

    public static int Calls => Volatile.Read(ref calls);

    public static string? Motto() => Count("Cheap");

    public static async Task<string?> SlowMotto()
    {
        await Task.Yield();
        return Count("Slow");
    }

    [Cost(40)]
    public static Shelf Shelf() => Count(new Shelf(1));

    [ListSize(SlicingArguments = ["first", "last"])]
    public static IReadOnlyList<Shelf> Shelves(int? first, int? last) => Count<IReadOnlyList<Shelf>>([new Shelf((first ?? 0) + (last ?? 0))]);

    [ListSize(AssumedSize = 20, SlicingArguments = ["limit"])]
    public static IReadOnlyList<Shelf> Aisle(int limit = 5) => Count<IReadOnlyList<Shelf>>([new Shelf(limit)]);

    [ListSize(AssumedSize = 20, SlicingArguments = ["limit"], RequireOneSlicingArgument = false)]
    public static IReadOnlyList<Shelf> Cellar(int? limit) => Count<IReadOnlyList<Shelf>>([new Shelf(limit ?? 0)]);

    [Cost(3)]
    [ListSize(AssumedSize = 50, SlicingArguments = ["first"], SizedFields = ["nodes"], RequireOneSlicingArgument = false)]
    public static ShelfPage Page(int? first) => Count(new ShelfPage([new Shelf(first ?? 0)], first ?? 0));

    [UsePaging(DefaultPageSize = 30)]
    public static IReadOnlyList<Shelf> Paged() => Count<IReadOnlyList<Shelf>>([new Shelf(1)]);

    public static IThing Thing() => Count<IThing>(new Shelf(1));

    private static T Count<T>(T value)
    {
        Interlocked.Increment(ref calls);
        return value;
    }
}

[InterfaceType]
public interface IThing
{
    int Width { get; }
}

public sealed record Shelf(int Width) : IThing
{
    public Shelf Above => this;

    [ListSize(AssumedSize = 10)]
    public IReadOnlyList<Shelf> Parts => [this];
}

public sealed record Crate(int Width) : IThing
{
    public Shelf Inside => new(Width);
}

public sealed record ShelfPage(IReadOnlyList<Shelf> Nodes, int Total);

[SubscriptionType]
public static class CostedNews
{
    [Cost(2_000)]
    public static async IAsyncEnumerable<Shelf> News()
    {
        await Task.Yield();
        yield return new Shelf(1);
    }
}

[MutationType]
public static class CostedMutations
{
    public static async Task<Shelf> Build()
    {
        await Task.Yield();
        return new Shelf(2);
    }
}

/// <summary>Allows more to those who say that they are the owner.</summary>
public sealed class OwnersLimits : IRequestInterceptor
{
    public ValueTask<GraphQLError?> OnOperationAsync(OperationContext context, CancellationToken cancellationToken)
    {
        if (context.HttpContext!.Request.Headers.ContainsKey("X-Owner"))
        {
            (context.MaximumFieldCost, context.MaximumTypeCost) = (5_000, 5_000);
        }

        return ValueTask.FromResult<GraphQLError?>(null);
    }
}
