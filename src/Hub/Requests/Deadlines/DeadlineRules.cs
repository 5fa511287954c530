namespace PersonalDataHub.Hub.Requests.Deadlines;

/// <summary>
/// Computes by when a request must be answered: one month from receipt, or three when extended (GDPR Art. 12(3)), counted as
/// Regulation (EEC, Euratom) 1182/71 Art. 3 has it, in the time of Finland.
/// </summary>
/// <param name="calendar">The register's working days.</param>
public sealed class DeadlineRules(DeadlineCalendar calendar)
{
    private const int Month = 1;
    private const int ExtendedMonths = 3;
    private static readonly TimeZoneInfo finland = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");

    /// <summary>The day of a moment in Finland.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, finland).DateTime);

    /// <summary>The deadline of a request.</summary>
    /// <param name="receivedAt">When the controller, or a processor that receives for it, received the request.</param>
    /// <param name="suspensions">The questions put to the person, in any order; null for none.</param>
    /// <param name="extensionToldAt">When the person was told of the extension and its reasons; null when not extended.</param>
    /// <exception cref="ArgumentException">A question was asked before receipt, or answered before it was asked.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A day of the computation is before 1900 or after 2200.</exception>
    public RequestDeadline DeadlineOf(
        DateTimeOffset receivedAt, IReadOnlyList<DeadlineSuspension>? suspensions = null, DateTimeOffset? extensionToldAt = null)
    {
        suspensions ??= [];
        if (suspensions.Any(one => one.AskedAt < receivedAt || one.AnsweredAt < one.AskedAt))
        {
            throw new ArgumentException("A question is asked after the request was received, and answered after it was asked.", nameof(suspensions));
        }

        var received = DayOf(receivedAt);
        var steps = new List<DeadlineStep>();
        var countedFrom = CountedFrom(received, suspensions, extensionToldAt, steps);
        var deadline = new RequestDeadline { ReceivedOn = received, FromReceipt = Period(received, Month), CountedFrom = countedFrom, Steps = steps };
        if (countedFrom is not { } day)
        {
            return deadline;
        }

        steps.Add(new(DeadlineReason.DayNotCounted, day, day.AddDays(1)));
        var oneMonth = Period(day, Month, steps);
        var extended = extensionToldAt < oneMonth.EndsAt;
        if (extensionToldAt is { } told && !extended)
        {
            steps.Add(new(DeadlineReason.ExtensionTooLate, DayOf(told), oneMonth.Due));
        }

        return deadline with { OneMonth = oneMonth, ThreeMonths = Period(day, ExtendedMonths, extended ? steps : null), Extended = extended };
    }

    /// <summary>The day of receipt or of the last answer that counts; null while one is awaited.</summary>
    private DateOnly? CountedFrom(
        DateOnly received, IReadOnlyList<DeadlineSuspension> suspensions, DateTimeOffset? extensionToldAt, List<DeadlineStep> steps)
    {
        var day = received;
        var awaiting = false;
        foreach (var suspension in suspensions.OrderBy(one => one.AskedAt))
        {
            var asked = DayOf(suspension.AskedAt);
            DateOnly? answered = suspension.AnsweredAt is { } answeredAt ? DayOf(answeredAt) : null;

            // A deadline that has passed is not revived by a question; while an answer is awaited, none passes.
            if (!suspension.WithoutUndueDelay || (!awaiting && suspension.AskedAt >= EndOf(day, extensionToldAt)))
            {
                steps.Add(new(DeadlineReason.SuspensionNotCounted, asked, asked));
            }
            else
            {
                steps.Add(new(answered is null ? DeadlineReason.AwaitingAnswer : DeadlineReason.Suspended, asked, answered));
                awaiting |= answered is null;
                day = answered > day ? answered.Value : day;
            }
        }

        return awaiting ? null : day;
    }

    private DateTimeOffset EndOf(DateOnly countedFrom, DateTimeOffset? extensionToldAt)
    {
        var end = Period(countedFrom, Month).EndsAt;
        return extensionToldAt < end ? Period(countedFrom, ExtendedMonths).EndsAt : end;
    }

    private DeadlinePeriod Period(DateOnly countedFrom, int months, List<DeadlineStep>? steps = null)
    {
        var unrolled = countedFrom.AddMonths(months);
        steps?.Add(new(months == Month ? DeadlineReason.OneMonth : DeadlineReason.Extended, countedFrom, unrolled));
        if (unrolled.Day != countedFrom.Day)
        {
            steps?.Add(new(DeadlineReason.LastDayOfMonth, unrolled, unrolled));
        }

        var due = Roll(unrolled, steps);

        // Month by month a short month in between shortens the whole: never later than at once, and so the safer aim.
        var target = countedFrom.AddMonths(Month).AddMonths(months - Month);
        return new(unrolled, due, StartOf(due.AddDays(1)), calendar.LastWorkingDayUntil(target));
    }

    private DateOnly Roll(DateOnly day, List<DeadlineStep>? steps)
    {
        while (!calendar.IsWorkingDay(day))
        {
            var next = day.AddDays(1);
            var holiday = calendar.HolidayOn(day);
            steps?.Add(new(holiday is null ? DeadlineReason.RolledOverWeekend : DeadlineReason.RolledOverHoliday, day, next, holiday));
            day = next;
        }

        return day;
    }

    private static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, finland.GetUtcOffset(midnight));
    }
}
