using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Writing;

namespace PersonalDataHub.Connectors.Sql.Reading;

/// <summary>Turns what a database holds into values; SQLite keeps dates, moments and decimals as texts and numbers.</summary>
internal sealed partial class ValueReader(TimeZoneInfo timeZone)
{
    /// <summary>False when the content is not of the kind; a null value when there is none.</summary>
    public bool TryRead(FieldKind kind, object? raw, out FieldValue? value)
    {
        value = null;
        if (raw is null or DBNull || raw is string text && string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        value = kind switch
        {
            FieldKind.Text => new TextValue(Convert.ToString(raw, CultureInfo.InvariantCulture)!),
            FieldKind.Integer => Integer(raw) is { } number ? new IntegerValue(number) : null,
            FieldKind.Decimal => Decimal(raw) is { } number ? new DecimalValue(number) : null,
            FieldKind.Boolean => Boolean(raw) is { } truth ? new BooleanValue(truth) : null,
            FieldKind.Date => Date(raw) is { } date ? new DateValue(date) : null,
            FieldKind.Instant => Instant(raw) is { } moment ? new InstantValue(moment) : null,
            FieldKind.Duration => Duration(raw) is { } length ? new DurationValue(length) : null,
            _ => null,
        };
        return value is not null || IsUnlimited(raw);
    }

    /// <summary>The moment; null when there is none or it cannot be understood.</summary>
    public DateTimeOffset? Instant(object? raw) => raw switch
    {
        _ when IsUnlimited(raw) => null,
        DateTimeOffset moment => moment,
        DateTime { Kind: DateTimeKind.Utc } moment => new(moment),
        DateTime local => InZone(local),
        DateOnly day => InZone(day.ToDateTime(TimeOnly.MinValue)),
        long seconds and >= -62135596800 and <= 253402300799 => DateTimeOffset.FromUnixTimeSeconds(seconds),
        string text when IsoDate().IsMatch(text) => InstantOf(text),
        _ => null,
    };

    /// <summary>The day in the source's time zone; null when there is none or it cannot be understood.</summary>
    public DateOnly? Date(object? raw) => raw switch
    {
        _ when IsUnlimited(raw) => null,
        DateOnly day => day,
        string { Length: 10 } text when DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => Instant(raw) is { } moment ? DayOf(moment) : null,
    };

    /// <summary>The form in which a column of a type, or with such contents, holds values.</summary>
    public ValueForm Form(string? type, object? example) => new(timeZone, type, example);

    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, timeZone).DateTime);

    /// <summary>PostgreSQL's infinity means that nothing is set.</summary>
    private static bool IsUnlimited(object? raw) => raw switch
    {
        DateOnly day => day == DateOnly.MaxValue || day == DateOnly.MinValue,
        DateTime moment => moment == DateTime.MaxValue || moment == DateTime.MinValue,
        "infinity" or "-infinity" => true,
        _ => false,
    };

    private static long? Integer(object raw) => raw switch
    {
        long or int or short or byte => Convert.ToInt64(raw, CultureInfo.InvariantCulture),
        decimal number when decimal.Truncate(number) == number && number is >= long.MinValue and <= long.MaxValue => (long)number,
        double number when Math.Truncate(number) == number && Math.Abs(number) < 9e15 => (long)number,
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static decimal? Decimal(object raw) => raw switch
    {
        decimal number => number,
        long or int or short or byte => Convert.ToDecimal(raw, CultureInfo.InvariantCulture),
        // SQLite keeps 12.30 as a binary fraction; 15 digits give back what was written.
        double number when Math.Abs(number) < 1e15 => (decimal)number,
        float number when Math.Abs(number) < 1e15 => (decimal)number,
        string text when decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static bool? Boolean(object raw) => raw switch
    {
        bool truth => truth,
        0L or 0 or (short)0 or "0" or "f" or "F" or "false" or "FALSE" or "n" or "N" or "no" => false,
        1L or 1 or (short)1 or "1" or "t" or "T" or "true" or "TRUE" or "y" or "Y" or "yes" => true,
        _ => null,
    };

    private static TimeSpan? Duration(object raw)
    {
        switch (raw)
        {
            case TimeSpan length:
                return length;
            case long seconds and > -922337203685 and < 922337203685:
                return TimeSpan.FromSeconds(seconds);
            case int seconds:
                return TimeSpan.FromSeconds(seconds);
            case string text:
                try
                {
                    return XmlConvert.ToTimeSpan(text);
                }
                catch (Exception exception) when (exception is FormatException or OverflowException)
                {
                    return null;
                }

            default:
                return null;
        }
    }

    private DateTimeOffset? InstantOf(string text) =>
        HasOffset().IsMatch(text)
            ? DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null
            : DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? InZone(local) : null;

    private DateTimeOffset InZone(DateTime local) =>
        new(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), timeZone.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified)));

    [GeneratedRegex(@"\A\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}|\z)")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@":\d{2}.*(Z|[+-]\d{2}(:?\d{2})?)\z")]
    private static partial Regex HasOffset();
}
