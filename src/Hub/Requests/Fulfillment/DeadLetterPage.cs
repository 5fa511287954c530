namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>A page of dead letters.</summary>
/// <param name="DeadLetters">Those of the page.</param>
/// <param name="HasNextPage">Whether there are more.</param>
/// <param name="EndCursor">What asks for the page after; null on an empty page.</param>
public sealed record DeadLetterPage(IReadOnlyList<DeadLetter> DeadLetters, bool HasNextPage, string? EndCursor);
