using PersonalDataHub.GraphQL.Authorization;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>Whether a list goes on after this page.</summary>
/// <param name="HasNextPage">Whether there are more records.</param>
/// <param name="EndCursor">What asks for the next page, as <c>after</c>.</param>
[Authorize(Policies.Person)]
public sealed record PageInfo(bool HasNextPage, string? EndCursor);
