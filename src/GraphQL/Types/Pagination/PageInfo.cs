using PersonalDataHub.GraphQL.Authorization;

namespace PersonalDataHub.GraphQL.Types.Pagination;

/// <summary>Where a page lies within its list.</summary>
/// <param name="HasNextPage">Whether there are items after this page.</param>
/// <param name="HasPreviousPage">Whether there are items before this page.</param>
/// <param name="StartCursor">The cursor of the first item: what asks for the page before, as `before`.</param>
/// <param name="EndCursor">The cursor of the last item: what asks for the page after, as `after`.</param>
[AllowAnonymous]
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
