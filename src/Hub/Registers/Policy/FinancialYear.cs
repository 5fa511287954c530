using System.Globalization;

namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>The day on which a controller's financial year ends, the same every year.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31; a day that the month does not have that year is its last, so 02-29 is the end of February.</param>
public readonly record struct FinancialYear(int Month, int Day)
{
    /// <summary>The calendar year.</summary>
    public static FinancialYear CalendarYear { get; } = new(12, 31);

    /// <summary>The end of the financial year that a day lies in.</summary>
    public DateOnly EndOf(DateOnly day)
    {
        var end = In(day.Year);
        return day <= end ? end : In(day.Year + 1);
    }

    /// <summary>The day written as <c>06-30</c>; null when it is none.</summary>
    public static FinancialYear? Parse(string text) =>
        DateOnly.TryParseExact($"2024-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(day.Month, day.Day)
            : null;

    /// <summary>As <c>06-30</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Month:00}-{Day:00}");

    private DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
}
