namespace PersonalDataHub.Hub.Requests.Deadlines;

/// <summary>The days of the Finnish holidays, by the rules in force today, for the years 1900 to 2200.</summary>
public static class FinnishHolidays
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>The holidays of a year, eves included, by date.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is before 1900 or after 2200.</exception>
    public static IReadOnlyList<(DateOnly Date, FinnishHoliday Holiday)> Of(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        var easter = EasterOf(year);
        var midsummer = SaturdayFrom(new(year, 6, 20));
        List<(DateOnly Date, FinnishHoliday Holiday)> holidays =
        [
            (new(year, 1, 1), FinnishHoliday.NewYearsDay),
            (new(year, 1, 6), FinnishHoliday.Epiphany),
            (easter.AddDays(-2), FinnishHoliday.GoodFriday),
            (easter, FinnishHoliday.EasterSunday),
            (easter.AddDays(1), FinnishHoliday.EasterMonday),
            (new(year, 5, 1), FinnishHoliday.MayDay),
            (easter.AddDays(39), FinnishHoliday.AscensionDay),
            (easter.AddDays(49), FinnishHoliday.WhitSunday),
            (midsummer.AddDays(-1), FinnishHoliday.MidsummerEve),
            (midsummer, FinnishHoliday.MidsummerDay),
            (SaturdayFrom(new(year, 10, 31)), FinnishHoliday.AllSaintsDay),
            (new(year, 12, 6), FinnishHoliday.IndependenceDay),
            (new(year, 12, 24), FinnishHoliday.ChristmasEve),
            (new(year, 12, 25), FinnishHoliday.ChristmasDay),
            (new(year, 12, 26), FinnishHoliday.SaintStephensDay),
        ];

        // Ascension Day can fall before May Day.
        return [.. holidays.OrderBy(one => one.Date)];
    }

    /// <summary>True for the two eves, which the law does not call public holidays.</summary>
    public static bool IsEve(this FinnishHoliday holiday) => holiday is FinnishHoliday.MidsummerEve or FinnishHoliday.ChristmasEve;

    private static DateOnly SaturdayFrom(DateOnly day) => day.AddDays(DayOfWeek.Saturday - day.DayOfWeek);

    /// <summary>Easter of the Gregorian calendar, by the computation that needs no tables (Meeus, Jones, Butcher).</summary>
    private static DateOnly EasterOf(int year)
    {
        var golden = year % 19;
        var (century, yearOfCentury) = int.DivRem(year, 100);
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var fullMoon = ((19 * golden) + century - (century / 4) - moonCorrection + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - fullMoon - (yearOfCentury % 4)) % 7;
        var exception = (golden + (11 * fullMoon) + (22 * weekday)) / 451;
        var (month, day) = int.DivRem(fullMoon + weekday - (7 * exception) + 114, 31);
        return new(year, month, day + 1);
    }
}
