namespace PersonalDataHub.Hub.Requests.Bulk;

/// <summary>Somebody for whom a bulk erasure does nothing.</summary>
/// <param name="Position">The place in the list that was given, from 0.</param>
/// <param name="Code">Why, for programs; one of <see cref="RequestMistakes"/>.</param>
/// <param name="Reason">Why; no personal data.</param>
public sealed record SkippedRegistrant(int Position, string Code, string Reason);
