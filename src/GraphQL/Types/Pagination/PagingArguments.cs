namespace PersonalDataHub.GraphQL.Types.Pagination;

/// <summary>Which page is asked for. A resolver with <see cref="UsePagingAttribute"/> takes it as a parameter; it is checked by then.</summary>
/// <param name="First">Items wanted from the start; the default page size where the client gave neither this nor <paramref name="Last"/>.</param>
/// <param name="After">Where to start behind: a key where the resolver returns a list or a <see cref="Page{T}"/>, else as the client sent it.</param>
/// <param name="Last">Items wanted from the end.</param>
/// <param name="Before">Where to end before; as <paramref name="After"/>.</param>
public sealed record PagingArguments(int? First, string? After, int? Last, string? Before);
