namespace PersonalDataHub.DemoSources.Telecom;

/// <summary>The clock on the wall where the operator's exchange and web server stand.</summary>
internal static class LocalTime
{
    private static readonly TimeZoneInfo Helsinki = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");

    public static DateTimeOffset Of(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Helsinki);
}
