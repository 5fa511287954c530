using System.Globalization;
using System.Xml;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Sql.Writing;

/// <summary>
/// The form in which a column holds values. PostgreSQL's types say it, and take every value as text; where a type leaves
/// it open, and in all of SQLite, the column's contents are the example.
/// </summary>
/// <param name="timeZone">The source's zone, of moments without offset and of days.</param>
/// <param name="type">The column's type; null where types do not bind.</param>
/// <param name="example">A content of the column; null when there is none.</param>
internal sealed class ValueForm(TimeZoneInfo timeZone, string? type, object? example)
{
    private static readonly (string False, string True)[] truths =
    [
        ("0", "1"), ("f", "t"), ("F", "T"), ("false", "true"), ("FALSE", "TRUE"), ("n", "y"), ("N", "Y"), ("no", "yes"),
    ];

    private bool CountsSeconds => type is "bigint" or "integer" || (type is null && example is long);

    /// <summary>What to write.</summary>
    public object Of(FieldValue value) => value switch
    {
        TextValue text => text.Value,
        IntegerValue number => type is null ? number.Value : Text(number.Value),
        DecimalValue number => Text(number.Value),
        BooleanValue truth => Truth(truth.Value),
        DateValue day => Day(day.Value),
        InstantValue moment => Moment(moment.Value),
        DurationValue length => CountsSeconds ? Number((long)length.Value.TotalSeconds) : XmlConvert.ToString(length.Value),
        _ => throw new ArgumentException("Such a value stands in several columns.", nameof(value)),
    };

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private object Number(long value) => type is null ? value : Text(value);

    private object Truth(bool value)
    {
        if (example is string written && Array.Find(truths, pair => pair.False == written || pair.True == written) is { True: not null } pair)
        {
            return value ? pair.True : pair.False;
        }

        return Number(value ? 1 : 0);
    }

    private object Day(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return CountsSeconds || type is ['t', 'i', 'm', 'e', 's', ..] || (type is not "date" && example is string { Length: > 10 })
            ? Moment(new(midnight, timeZone.GetUtcOffset(midnight)))
            : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private object Moment(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, timeZone);
        if (CountsSeconds)
        {
            return Number(moment.ToUnixTimeSeconds());
        }

        var pattern = (type, example) switch
        {
            ("date", _) => "yyyy-MM-dd",
            ("timestamp without time zone", _) => "yyyy-MM-dd HH:mm:ss.FFFFFFF",
            (not "timestamp with time zone", string { Length: > 10 } text) => $"yyyy-MM-dd{text[10]}HH:mm:ss.FFFFFFF{Offset(text)}",
            _ => "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz",
        };
        return (pattern.EndsWith('Z') ? moment.ToUniversalTime() : local).ToString(pattern, CultureInfo.InvariantCulture);
    }

    /// <summary>The offset as the example writes it: Z, hours with minutes, hours alone, or none.</summary>
    private static string Offset(string text) => text.AsSpan(11).LastIndexOfAny("Z+-") switch
    {
        < 0 => "",
        _ when text.EndsWith('Z') => "Z",
        _ => "zzz",
    };
}
