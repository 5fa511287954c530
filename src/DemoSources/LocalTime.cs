namespace PersonalDataHub.DemoSources;

/// <summary>The clock on the wall where the exchanges and web servers stand.</summary>
internal static class LocalTime
{
    private static readonly TimeZoneInfo Helsinki = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");

    /// <summary>Systems that keep whole seconds and UTC.</summary>
    public static DateTimeOffset Seconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());

    public static DateTimeOffset Of(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Helsinki);
}
