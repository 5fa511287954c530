namespace PersonalDataHub.GraphQL.Types.Pagination;

/// <summary>An item of a connection.</summary>
/// <param name="Node">The item.</param>
/// <param name="Cursor">Where it stands in the list; a client hands it back as it is.</param>
public sealed record Edge<T>(T Node, string Cursor) : IEdge
{
    object? IEdge.Node => Node;
}
