using System.Globalization;
using System.Xml;

namespace PersonalDataHub.GraphQL.Types;

/// <summary>Scalars beyond the specification; each is part of a schema only when used.</summary>
public static class ExtendedScalars
{
    private const string GraphQLScalars = "https://scalars.graphql.org/andimarek/";

    /// <summary>A <see cref="DateTimeOffset"/> (RFC 3339, offset required).</summary>
    public static ScalarType DateTime { get; } = new TextScalar<DateTimeOffset>(
        "DateTime",
        "An instant with offset, such as 2026-05-01T12:30:00Z (RFC 3339).",
        GraphQLScalars + "date-time.html",
        ParseInstant,
        value => value switch
        {
            DateTimeOffset instant => FormatInstant(instant),
            System.DateTime { Kind: DateTimeKind.Utc } utc => FormatInstant(utc),
            _ => null,
        });

    /// <summary>A <see cref="DateOnly"/>.</summary>
    public static ScalarType Date { get; } = new TextScalar<DateOnly>(
        "Date",
        "A calendar date, such as 2026-05-01 (ISO 8601).",
        GraphQLScalars + "local-date.html",
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
        value => (value as DateOnly?)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A <see cref="TimeSpan"/>; years and months have no fixed length and are refused.</summary>
    public static ScalarType Duration { get; } = new TextScalar<TimeSpan>(
        "Duration",
        "A length of time in days, hours, minutes and seconds, such as PT2S (ISO 8601).",
        "https://en.wikipedia.org/wiki/ISO_8601#Durations",
        ParseDuration,
        value => value is TimeSpan duration ? XmlConvert.ToString(duration) : null);

    /// <summary>A <see cref="decimal"/>, written as a JSON number with its digits.</summary>
    public static ScalarType Decimal { get; } = new NumberScalar<decimal>(
        "Decimal",
        "A decimal number of up to 28 digits.",
        "https://scalars.graphql.org/chillicream/decimal.html",
        allowsFraction: true,
        value => value is decimal or int or long or short or byte ? Convert.ToDecimal(value, CultureInfo.InvariantCulture) : null);

    /// <summary>A <see cref="long"/>.</summary>
    public static ScalarType Long { get; } = new NumberScalar<long>(
        "Long",
        "A whole number of 64 bits with sign.",
        "https://scalars.graphql.org/chillicream/long.html",
        allowsFraction: false,
        value => value is long or int or short or byte or uint ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null);

    internal static IReadOnlyList<ScalarType> All { get; } = [DateTime, Date, Duration, Decimal, Long];

    private static DateTimeOffset? ParseInstant(string text)
    {
        var hasOffset = text.Length >= 20 && text[10] is 'T' or 't'
            && (text[^1] is 'Z' or 'z' || (text[^3] == ':' && text[^6] is '+' or '-'));
        return hasOffset && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)
            ? instant
            : null;
    }

    private static string FormatInstant(DateTimeOffset instant)
    {
        var text = instant.ToString(
            instant.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm:ss.FFFFFFF",
            CultureInfo.InvariantCulture);
        return text + (instant.Offset == TimeSpan.Zero ? "Z" : instant.ToString("zzz", CultureInfo.InvariantCulture));
    }

    private static TimeSpan? ParseDuration(string text)
    {
        var datePart = text.Split('T')[0];
        if (datePart.Contains('Y', StringComparison.Ordinal) || datePart.Contains('M', StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return null;
        }
    }

    private sealed class TextScalar<T>(string name, string description, string specifiedBy, Func<string, T?> parse, Func<object, string?> format)
        : ScalarType(name, typeof(T), description, specifiedBy)
        where T : struct
    {
        public override bool TryParse(ScalarLiteral literal, out object? value)
        {
            value = literal.Kind == ScalarLiteralKind.String ? parse(literal.Text) : null;
            return value is not null;
        }

        public override bool TrySerialize(object value, out object? serialized)
        {
            serialized = format(value);
            return serialized is not null;
        }
    }

    private sealed class NumberScalar<T>(string name, string description, string specifiedBy, bool allowsFraction, Func<object, T?> convert)
        : ScalarType(name, typeof(T), description, specifiedBy)
        where T : struct, ISpanParsable<T>
    {
        public override bool TryParse(ScalarLiteral literal, out object? value)
        {
            var isNumber = literal.Kind == ScalarLiteralKind.Integer || (allowsFraction && literal.Kind == ScalarLiteralKind.Float);
            value = !isNumber ? null
                : typeof(T) == typeof(decimal)
                    ? decimal.TryParse(literal.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null
                    : T.TryParse(literal.Text, CultureInfo.InvariantCulture, out var other) ? other : null;
            return value is not null;
        }

        public override bool TrySerialize(object value, out object? serialized)
        {
            serialized = convert(value);
            return serialized is not null;
        }
    }
}
