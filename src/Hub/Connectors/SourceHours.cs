using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Connectors;

/// <summary>When a source can be asked, by the windows that it declares.</summary>
internal static class SourceHours
{
    /// <summary>The first moment at or after a given one at which the source can be asked; that moment itself where it says nothing.</summary>
    public static DateTimeOffset OpenFrom(SourceDescriptor? descriptor, DateTimeOffset now)
    {
        if (descriptor is not { AvailabilityWindows: { Count: > 0 } windows })
        {
            return now;
        }

        var openings = windows.SelectMany(window => OpeningsOf(window, now)).ToList();
        return openings.Exists(one => one.Opens <= now && now < one.Closes) ? now : openings.Where(one => one.Opens > now).Min(one => one.Opens);
    }

    // From yesterday, of which a night may last until today, to the same day next week.
    private static IEnumerable<(DateTimeOffset Opens, DateTimeOffset Closes)> OpeningsOf(AvailabilityWindow window, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(window.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return
        [
            .. from offset in Enumerable.Range(-1, 9)
               let day = today.AddDays(offset)
               where window.Days.Contains(day.DayOfWeek)
               let closing = window.Closes > window.Opens ? day : day.AddDays(1)
               select (InstantOf(day.ToDateTime(window.Opens), zone), InstantOf(closing.ToDateTime(window.Closes), zone)),
        ];
    }

    // An hour that a change of the clocks leaves out begins when it would have ended.
    private static DateTimeOffset InstantOf(DateTime local, TimeZoneInfo zone)
    {
        var real = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(real, zone.GetUtcOffset(real)).ToUniversalTime();
    }
}
