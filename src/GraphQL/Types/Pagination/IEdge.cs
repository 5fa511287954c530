namespace PersonalDataHub.GraphQL.Types.Pagination;

/// <summary>An edge as the fields of its type read it, whatever its item is.</summary>
internal interface IEdge
{
    object? Node { get; }

    string Cursor { get; }
}
