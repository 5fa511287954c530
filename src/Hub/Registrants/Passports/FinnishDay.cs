namespace PersonalDataHub.Hub.Registrants.Passports;

/// <summary>Days as the law counts them: in Finland.</summary>
internal static class FinnishDay
{
    private static readonly TimeZoneInfo finland = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");

    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, finland).DateTime);
}
