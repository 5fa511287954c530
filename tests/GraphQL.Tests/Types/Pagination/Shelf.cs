using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.GraphQL.Types.Pagination;

namespace PersonalDataHub.GraphQL.Tests.Types.Pagination;

/// <summary>Lists of every kind that can be paged.</summary>
[QueryType]
public static class Shelf
{
    private static int read;

    public static int Read => read;

    [UsePaging(IncludeTotalCount = true)]
    public static IReadOnlyList<Volume> Volumes(int count)
    {
        Interlocked.Increment(ref read);
        return [.. Enumerable.Range(0, count).Select(number => new Volume(number))];
    }

    [UsePaging(DefaultPageSize = 3, MaxPageSize = 5, IncludeNodesField = false, ConnectionName = "Number")]
    public static IEnumerable<int> Numbers(int count) => Enumerable.Range(0, count);

    /// <summary>As a database would: by key, one item more than wanted to know whether there are more.</summary>
    [UsePaging(IncludeTotalCount = true)]
    public static async Task<Page<Volume>?> Keyed(int count, PagingArguments paging, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref read);
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        var all = Enumerable.Range(0, count).Where(n => (paging.After is null || n > Number(paging.After)) && (paging.Before is null || n < Number(paging.Before))).ToList();
        var taken = paging.First is { } first ? all.Take(first).ToList() : all.TakeLast(paging.Last!.Value).ToList();
        return new Page<Volume>(
            [.. taken.Select(n => new Volume(n))],
            taken.Count > 0 && taken[^1] < count - 1,
            taken.Count > 0 && taken[0] > 0,
            volume => $"volume {volume.Number}",
            count);
    }

    [UsePaging(IncludeTotalCount = true)]
    public static Connection<Volume> Own(PagingArguments paging) => paging.After is null or "mine"
        ? new([new Edge<Volume>(new Volume(7), "mine")], new PageInfo(false, false, "mine", "mine"), 1)
        : throw new GraphQLException("This is no cursor of mine.", "INVALID_CURSOR");

    public static Box Box => new([new Volume(1), new Volume(2)]);

    private static int Number(string key) => int.Parse(key["volume ".Length..], System.Globalization.CultureInfo.InvariantCulture);
}

public sealed record Volume(int Number);

/// <param name="Content">What is inside.</param>
public sealed record Box([property: UsePaging(IncludeTotalCount = true)] Volume[] Content);
