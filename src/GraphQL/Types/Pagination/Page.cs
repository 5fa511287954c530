namespace PersonalDataHub.GraphQL.Types.Pagination;

/// <summary>A page that a resolver read by keys, such as those of a database: the library writes the cursors and hands the keys back in
/// <see cref="PagingArguments"/>. Needs <see cref="UsePagingAttribute"/> on the resolver.</summary>
/// <param name="Items">The items of the page, in the order of the list.</param>
/// <param name="HasNextPage">Whether there are items after them.</param>
/// <param name="HasPreviousPage">Whether there are items before them.</param>
/// <param name="CreateCursor">The key of an item, by which the list is ordered. Clients can read it, so it must be no secret and no personal data.</param>
/// <param name="TotalCount">Items of the whole list; needed where the connection has <c>totalCount</c> and a client selects it.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, bool HasNextPage, bool HasPreviousPage, Func<T, string> CreateCursor, int? TotalCount = null) : IPage
{
    IConnection IPage.ToConnection()
    {
        Edge<T>[] edges = [.. Items.Select(item => new Edge<T>(item, Cursor.Of(CreateCursor(item))))];
        return new Connection<T>(
            edges, new PageInfo(HasNextPage, HasPreviousPage, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor), TotalCount);
    }
}
