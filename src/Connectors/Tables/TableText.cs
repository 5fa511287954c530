using System.Globalization;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Tables;

/// <summary>Reads what people and programs write into tables.</summary>
internal static class TableText
{
    private static readonly string[] Days = ["yyyy-MM-dd", "d.M.yyyy", "yyyyMMdd"];
    private static readonly string[] True = ["true", "yes", "y", "1", "x", "kyllä", "k"];
    private static readonly string[] False = ["false", "no", "n", "0", "-", "ei", "e"];

    /// <summary>A day as <c>2026-11-30</c>, <c>30.11.2026</c> or <c>20261130</c>; null for anything else.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The value of a kind; null where the text is none. Decimals have a point or a comma.</summary>
    public static FieldValue? Value(FieldKind kind, string text) => kind switch
    {
        FieldKind.Text => new TextValue(text),
        FieldKind.Integer when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => new IntegerValue(number),
        FieldKind.Decimal when decimal.TryParse(
            text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => new DecimalValue(number),
        FieldKind.Boolean when Flag(text) is { } truth => new BooleanValue(truth),
        FieldKind.Date when Day(text) is { } day => new DateValue(day),
        _ => null,
    };

    /// <summary>Yes or no, in the spellings of Finnish and English tables; null for anything else.</summary>
    public static bool? Flag(string? text) =>
        text is null ? null
        : True.Contains(text, StringComparer.OrdinalIgnoreCase) ? true
        : False.Contains(text, StringComparer.OrdinalIgnoreCase) ? false
        : null;
}
