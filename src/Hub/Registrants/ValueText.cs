using System.Globalization;
using System.Xml;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Field values as text for people: ISO 8601 for dates, times and durations; a dot as decimal sign.</summary>
internal static class ValueText
{
    public static string Of(FieldValue value) => value switch
    {
        TextValue text => text.Value,
        IntegerValue integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        DecimalValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        BooleanValue truth => truth.Value ? "true" : "false",
        DateValue date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        InstantValue instant => instant.Value.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
        DurationValue duration => XmlConvert.ToString(duration.Value),
        ListValue list => string.Join("; ", list.Items.Select(Of)),
        CompositeValue composite => string.Join(", ", composite.Parts.OfType<FieldValue>().Select(Of)),
        MediaValue media => media.ContentType,
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.Kind, "The set of values is closed."),
    };
}
