using System.Globalization;
using System.Text.RegularExpressions;

namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>A span of calendar time, ISO 8601 without a time of day: <c>P6Y</c>, <c>P3M</c>, <c>P14D</c>, <c>P1Y6M</c>.</summary>
/// <param name="Years">Whole years.</param>
/// <param name="Months">Whole months, added after the years.</param>
/// <param name="Days">Whole days, added last.</param>
public readonly partial record struct Period(int Years, int Months, int Days)
{
    /// <summary>The day so much later; a day that the month does not have becomes its last.</summary>
    public DateOnly After(DateOnly day) => day.AddYears(Years).AddMonths(Months).AddDays(Days);

    /// <summary>The day so much earlier; a day that the month does not have becomes its last.</summary>
    public DateOnly Before(DateOnly day) => day.AddYears(-Years).AddMonths(-Months).AddDays(-Days);

    /// <summary>The period written so; null when it is not one, or is none at all.</summary>
    public static Period? Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var period = new Period(Part("years"), Part("months"), Part("days"));
        return period == default ? null : period;

        int Part(string name) => match.Groups[name] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>In ISO 8601.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"P{(Years > 0 ? $"{Years}Y" : "")}{(Months > 0 ? $"{Months}M" : "")}{(Days > 0 || (Years == 0 && Months == 0) ? $"{Days}D" : "")}");

    [GeneratedRegex(@"^P((?<years>\d{1,3})Y)?((?<months>\d{1,4})M)?((?<days>\d{1,5})D)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
