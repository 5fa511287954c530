using System.Collections;
using System.Globalization;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Types.Pagination;

/// <summary>How one field pages. It is found in the field's metadata.</summary>
internal sealed class FieldPaging(int defaultPageSize, int maxPageSize, Type result)
{
    private readonly int defaultPageSize = defaultPageSize;
    private readonly bool isList = !typeof(IConnection).IsAssignableFrom(result) && !typeof(IPage).IsAssignableFrom(result);
    private readonly bool writesCursors = !typeof(IConnection).IsAssignableFrom(result);

    /// <summary>Checks and reads what a client asks for.</summary>
    /// <exception cref="GraphQLException">The size or a cursor is wrong.</exception>
    public static PagingArguments Read(IResolverContext context)
    {
        var paging = context.Field.Metadata.OfType<FieldPaging>().First();
        var (first, last) = (paging.Size(context, "first"), paging.Size(context, "last"));
        return new(first ?? (last is null ? paging.defaultPageSize : null), paging.Position(context, "after"), last, paging.Position(context, "before"));
    }

    /// <summary>The page of what a resolver returned.</summary>
    public static IConnection? Cut(object? result, PagingArguments arguments) => result switch
    {
        null => null,
        IConnection connection => connection,
        IPage page => page.ToConnection(),
        IReadOnlyList<object?> list => Cut(list, arguments),
        _ => Cut([.. ((IEnumerable)result).Cast<object?>()], arguments),
    };

    private static Connection<object?> Cut(IReadOnlyList<object?> list, PagingArguments arguments)
    {
        var start = arguments.After is { } after ? (int)Math.Min(list.Count, PositionOf(after) + 1L) : 0;
        var end = arguments.Before is { } before ? Math.Max(start, Math.Min(list.Count, PositionOf(before))) : list.Count;
        end = arguments.First is { } first ? Math.Min(end, start + first) : end;
        start = arguments.Last is { } last ? Math.Max(start, end - last) : start;
        var edges = new Edge<object?>[end - start];
        for (var i = 0; i < edges.Length; i++)
        {
            edges[i] = new Edge<object?>(list[start + i], Cursor.Of((start + i).ToString(CultureInfo.InvariantCulture)));
        }

        return new Connection<object?>(
            edges, new PageInfo(end < list.Count, start > 0, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor), list.Count);
    }

    private static int PositionOf(string key) => int.Parse(key, NumberStyles.None, CultureInfo.InvariantCulture);

    private int? Size(IResolverContext context, string argument) => context.Argument<int?>(argument) switch
    {
        { } size when size < 1 || size > maxPageSize =>
            throw new GraphQLException($"Argument \"{argument}\" of \"{context.Field.Name}\" must be from 1 to {maxPageSize}.", "PAGE_OUT_OF_RANGE"),
        var size => size,
    };

    private string? Position(IResolverContext context, string argument)
    {
        if (context.Argument<string>(argument) is not { } cursor || !writesCursors)
        {
            return context.Argument<string>(argument);
        }

        return Cursor.KeyOf(cursor) is { } key && (!isList || int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? key
            : throw new GraphQLException(
                $"Argument \"{argument}\" of \"{context.Field.Name}\" is no cursor of this list. Take it from pageInfo or edges as it is.", "INVALID_CURSOR");
    }
}
