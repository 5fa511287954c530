namespace PersonalDataHub.Hub.Requests.Deadlines;

/// <summary>A period of one or three months, with the days that matter at its end; all days are those of Finland.</summary>
/// <param name="Unrolled">The day on which it ends by the calendar alone.</param>
/// <param name="Due">The day on which it ends: <paramref name="Unrolled"/>, or the next working day.</param>
/// <param name="EndsAt">The end of the day <paramref name="Due"/>; what happens before this moment is in time.</param>
/// <param name="InternalTarget">The last working day on or before the unrolled day; what the work should aim at.</param>
public sealed record DeadlinePeriod(DateOnly Unrolled, DateOnly Due, DateTimeOffset EndsAt, DateOnly InternalTarget);
