namespace PersonalDataHub.Hub.Requests;

/// <summary>One thing that stands in the way of a request.</summary>
/// <param name="Code">A stable code for programs, one of <see cref="RequestMistakes"/>.</param>
/// <param name="Message">What is wrong and how to mend it; no personal data.</param>
/// <param name="About">The reference, record, category or hash it is about, as it was given; null when about the whole.</param>
public sealed record RequestMistake(string Code, string Message, string? About);
