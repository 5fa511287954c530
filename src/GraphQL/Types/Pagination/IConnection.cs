namespace PersonalDataHub.GraphQL.Types.Pagination;

/// <summary>A page as the fields of its type read it, whatever its items are.</summary>
internal interface IConnection
{
    IEnumerable<object> Edges { get; }

    IEnumerable<object?> Nodes { get; }

    PageInfo PageInfo { get; }

    int? TotalCount { get; }
}
