namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>A time of the week in which a source can be asked, in the given time zone.</summary>
/// <param name="Days">The days of the week on which the window opens.</param>
/// <param name="Opens">When it opens.</param>
/// <param name="Closes">When it closes; at or before <paramref name="Opens"/> means on the next day.</param>
/// <param name="TimeZone">An IANA time zone id, such as <c>Europe/Helsinki</c>.</param>
public sealed record AvailabilityWindow(IReadOnlyList<DayOfWeek> Days, TimeOnly Opens, TimeOnly Closes, string TimeZone);
