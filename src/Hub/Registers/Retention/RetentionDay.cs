namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>Days as the law counts them: in Finland.</summary>
internal static class RetentionDay
{
    private static readonly TimeZoneInfo finland = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");

    public static DateOnly Today(this TimeProvider clock) => Of(clock.GetUtcNow());

    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, finland).DateTime);

    /// <summary>When the day begins.</summary>
    public static DateTimeOffset Start(DateOnly day) => At(day, TimeOnly.MinValue);

    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new(local, finland.GetUtcOffset(local));
    }
}
