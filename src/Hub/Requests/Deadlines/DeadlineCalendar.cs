namespace PersonalDataHub.Hub.Requests.Deadlines;

/// <summary>Which days are working days when a deadline is computed (Regulation (EEC, Euratom) 1182/71 Art. 2).</summary>
/// <param name="EvesAreHolidays">
/// True when the register counts Midsummer Eve and Christmas Eve as holidays. They are none by law, so that false is the
/// stricter reading for the controller.
/// </param>
public sealed record DeadlineCalendar(bool EvesAreHolidays = false)
{
    /// <summary>The holiday on a day; null when it is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is before 1900 or after 2200.</exception>
    public FinnishHoliday? HolidayOn(DateOnly day)
    {
        foreach (var (date, holiday) in FinnishHolidays.Of(day.Year))
        {
            if (date == day && (EvesAreHolidays || !holiday.IsEve()))
            {
                return holiday;
            }
        }

        return null;
    }

    /// <summary>True unless the day is a Saturday, a Sunday or a holiday.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is before 1900 or after 2200.</exception>
    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && HolidayOn(day) is null;

    /// <summary>The day itself when it is a working day, else the last one before it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is before 1900 or after 2200.</exception>
    public DateOnly LastWorkingDayUntil(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }
}
