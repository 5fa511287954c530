using System.Globalization;

namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>The controller's financial year, from which the keeping of vouchers is counted.</summary>
/// <param name="Month">The month in which it ends.</param>
/// <param name="Day">The day on which it ends; beyond the month's last day means that last day.</param>
internal sealed record FinancialYear(int Month, int Day)
{
    public static FinancialYear Calendar { get; } = new(12, 31);

    /// <summary>Reads <c>MM-dd</c>; null when it is no day of a year.</summary>
    public static FinancialYear? Parse(string text) =>
        DateOnly.TryParseExact($"2024-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(day.Month, day.Day)
            : null;

    /// <summary>
    /// The last day on which a voucher is kept: so many years from the end of the calendar year in which the financial
    /// year of <paramref name="day"/> ended (Finnish Accounting Act 1336/1997 2:10).
    /// </summary>
    public DateOnly KeptUntil(DateOnly day, int years) =>
        new(Math.Min(EndOf(day).Year + years, DateOnly.MaxValue.Year), 12, 31);

    private DateOnly EndOf(DateOnly day)
    {
        var end = EndIn(day.Year);
        return day <= end ? end : EndIn(day.Year + 1);
    }

    private DateOnly EndIn(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
}
