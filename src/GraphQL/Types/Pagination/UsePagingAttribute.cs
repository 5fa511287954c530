namespace PersonalDataHub.GraphQL.Types.Pagination;

/// <summary>Makes a list a connection: the arguments <c>first</c>, <c>after</c>, <c>last</c> and <c>before</c>, and the type <c>XConnection</c> for items
/// of type <c>X</c>. The resolver returns a list, which is cut here and whose cursors are positions, or a <see cref="Page{T}"/> or a
/// <see cref="Connection{T}"/> that it read by <see cref="PagingArguments"/>.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UsePagingAttribute : Attribute
{
    /// <summary>Items of a page where the client asks for no number. Default 0: that of <see cref="PagingOptions"/>.</summary>
    public int DefaultPageSize { get; init; }

    /// <summary>The largest page a client may ask for. Default 0: that of <see cref="PagingOptions"/>.</summary>
    public int MaxPageSize { get; init; }

    /// <summary>Whether the connection tells how many items the whole list has. Default false.</summary>
    public bool IncludeTotalCount { get; init; }

    /// <summary>Whether the connection has its items in <c>nodes</c> beside <c>edges</c>. Default true.</summary>
    public bool IncludeNodesField { get; init; } = true;

    /// <summary>What stands before <c>Connection</c> and <c>Edge</c> in the names of the types; needed where connections of one type differ. Default null:
    /// the name of the items' type.</summary>
    public string? ConnectionName { get; init; }
}
