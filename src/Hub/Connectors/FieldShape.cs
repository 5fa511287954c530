using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Connectors;

/// <summary>Holds values against the fields that were declared for them.</summary>
internal static class FieldShape
{
    /// <summary>What is wrong, without the value, to follow the field's name; null when the value fits.</summary>
    public static string? MistakeOf(FieldValue value, RecordField field) => Mistake(value, field.Kind, field);

    private static string? Mistake(FieldValue value, FieldKind kind, RecordField field) => value switch
    {
        _ when value.Kind != kind => $"is {value.Kind}, but was declared {kind}.",
        TextValue { Value: null } => "holds a text without content; what is not held is null.",
        ListValue { Items: null } or CompositeValue { Parts: null } => "holds nothing; what is not held is null.",
        ListValue list => list.Items
            .Select(item => item is null ? "has an item without value." : Mistake(item, field.ItemKind!.Value, field))
            .FirstOrDefault(mistake => mistake is not null),
        CompositeValue composite when composite.Parts.Count != field.Parts.Count => $"has {composite.Parts.Count} parts, but {field.Parts.Count} were declared.",
        CompositeValue composite => composite.Parts
            .Zip(field.Parts, (part, declared) => part is null ? null : Mistake(part, declared.Kind, declared))
            .FirstOrDefault(mistake => mistake is not null),
        MediaValue media when string.IsNullOrEmpty(media.Key) => "refers to a recording without key.",
        _ => null,
    };
}
