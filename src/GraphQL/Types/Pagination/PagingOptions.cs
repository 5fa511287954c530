namespace PersonalDataHub.GraphQL.Types.Pagination;

/// <summary>How fields with <see cref="UsePagingAttribute"/> page where they do not say otherwise.</summary>
public sealed record PagingOptions
{
    /// <summary>Items of a page where the client asks for no number. Default 10; from 1 to <see cref="MaxPageSize"/>.</summary>
    public int DefaultPageSize { get; init; } = 10;

    /// <summary>The largest page a client may ask for. Default 50; at least 1.</summary>
    public int MaxPageSize { get; init; } = 50;
}
