using System.Globalization;
using PersonalDataHub.Hub.Requests.Deadlines;

namespace PersonalDataHub.Hub.Tests.Requests.Deadlines;

public sealed class FinnishHolidaysTests
{
    [Theory]
    [InlineData("2026-01-01", DayOfWeek.Thursday, FinnishHoliday.NewYearsDay)]
    [InlineData("2026-01-06", DayOfWeek.Tuesday, FinnishHoliday.Epiphany)]
    [InlineData("2026-04-03", DayOfWeek.Friday, FinnishHoliday.GoodFriday)]
    [InlineData("2026-04-05", DayOfWeek.Sunday, FinnishHoliday.EasterSunday)]
    [InlineData("2026-04-06", DayOfWeek.Monday, FinnishHoliday.EasterMonday)]
    [InlineData("2026-05-01", DayOfWeek.Friday, FinnishHoliday.MayDay)]
    [InlineData("2026-05-14", DayOfWeek.Thursday, FinnishHoliday.AscensionDay)]
    [InlineData("2026-05-24", DayOfWeek.Sunday, FinnishHoliday.WhitSunday)]
    [InlineData("2026-06-19", DayOfWeek.Friday, FinnishHoliday.MidsummerEve)]
    [InlineData("2026-06-20", DayOfWeek.Saturday, FinnishHoliday.MidsummerDay)]
    [InlineData("2026-10-31", DayOfWeek.Saturday, FinnishHoliday.AllSaintsDay)]
    [InlineData("2026-12-06", DayOfWeek.Sunday, FinnishHoliday.IndependenceDay)]
    [InlineData("2026-12-24", DayOfWeek.Thursday, FinnishHoliday.ChristmasEve)]
    [InlineData("2026-12-25", DayOfWeek.Friday, FinnishHoliday.ChristmasDay)]
    [InlineData("2026-12-26", DayOfWeek.Saturday, FinnishHoliday.SaintStephensDay)]
    [InlineData("2027-01-01", DayOfWeek.Friday, FinnishHoliday.NewYearsDay)]
    [InlineData("2027-01-06", DayOfWeek.Wednesday, FinnishHoliday.Epiphany)]
    [InlineData("2027-03-26", DayOfWeek.Friday, FinnishHoliday.GoodFriday)]
    [InlineData("2027-03-28", DayOfWeek.Sunday, FinnishHoliday.EasterSunday)]
    [InlineData("2027-03-29", DayOfWeek.Monday, FinnishHoliday.EasterMonday)]
    [InlineData("2027-05-01", DayOfWeek.Saturday, FinnishHoliday.MayDay)]
    [InlineData("2027-05-06", DayOfWeek.Thursday, FinnishHoliday.AscensionDay)]
    [InlineData("2027-05-16", DayOfWeek.Sunday, FinnishHoliday.WhitSunday)]
    [InlineData("2027-06-25", DayOfWeek.Friday, FinnishHoliday.MidsummerEve)]
    [InlineData("2027-06-26", DayOfWeek.Saturday, FinnishHoliday.MidsummerDay)]
    [InlineData("2027-11-06", DayOfWeek.Saturday, FinnishHoliday.AllSaintsDay)]
    [InlineData("2027-12-06", DayOfWeek.Monday, FinnishHoliday.IndependenceDay)]
    [InlineData("2027-12-24", DayOfWeek.Friday, FinnishHoliday.ChristmasEve)]
    [InlineData("2027-12-25", DayOfWeek.Saturday, FinnishHoliday.ChristmasDay)]
    [InlineData("2027-12-26", DayOfWeek.Sunday, FinnishHoliday.SaintStephensDay)]
    public void Of_Should_GiveTheDay_When_TheYearIsKnown(string date, DayOfWeek weekday, FinnishHoliday holiday)
    {
        var day = DateOnly.Parse(date, CultureInfo.InvariantCulture);

        var (found, _) = FinnishHolidays.Of(day.Year).Single(one => one.Holiday == holiday);

        found.ShouldBe(day);
        found.DayOfWeek.ShouldBe(weekday);
    }

    [Theory]
    [InlineData("1913-03-23")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2076-04-19")]
    [InlineData("2100-03-28")]
    [InlineData("2200-04-06")]
    public void Of_Should_ComputeEaster_When_TheYearIsExtreme(string date)
    {
        var easter = DateOnly.Parse(date, CultureInfo.InvariantCulture);

        FinnishHolidays.Of(easter.Year).ShouldContain((easter, FinnishHoliday.EasterSunday));
    }

    [Theory]
    [InlineData(1899)]
    [InlineData(2201)]
    public void Of_Should_Refuse_When_TheYearIsOutOfRange(int year) =>
        Should.Throw<ArgumentOutOfRangeException>(() => FinnishHolidays.Of(year));

    [Theory]
    [InlineData(2008)]
    [InlineData(2160)]
    public void Of_Should_HoldBothInOrder_When_AscensionFallsOnMayDayOrBefore(int year)
    {
        var holidays = FinnishHolidays.Of(year);

        holidays.Count.ShouldBe(15);
        holidays.Select(one => one.Date).ShouldBeInOrder();
        holidays.Single(one => one.Holiday == FinnishHoliday.AscensionDay).Date.ShouldBeLessThanOrEqualTo(new(year, 5, 1));
    }
}
