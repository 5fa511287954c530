namespace PersonalDataHub.Hub.Requests;

/// <summary>A page of requests.</summary>
/// <param name="Requests">In the order of their due dates.</param>
/// <param name="HasNextPage">Whether there are more.</param>
/// <param name="EndCursor">What the next page begins after; null when this one is empty.</param>
public sealed record RequestPage(IReadOnlyList<DataSubjectRequest> Requests, bool HasNextPage, string? EndCursor);
