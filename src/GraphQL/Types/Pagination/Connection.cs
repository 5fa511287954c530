namespace PersonalDataHub.GraphQL.Types.Pagination;

/// <summary>A page that a resolver made itself, cursors included: it reads <see cref="PagingArguments.After"/> as clients sent it and throws a
/// <see cref="Execution.GraphQLException"/> for one that is not its own. Needs <see cref="UsePagingAttribute"/> on the resolver.</summary>
/// <param name="Edges">The items of the page with their cursors.</param>
/// <param name="PageInfo">Where the page lies.</param>
/// <param name="TotalCount">Items of the whole list; needed where the connection has <c>totalCount</c> and a client selects it.</param>
public sealed record Connection<T>(IReadOnlyList<Edge<T>> Edges, PageInfo PageInfo, int? TotalCount = null) : IConnection
{
    IEnumerable<object> IConnection.Edges => Edges;

    IEnumerable<object?> IConnection.Nodes => Edges.Select(edge => (object?)edge.Node);
}
