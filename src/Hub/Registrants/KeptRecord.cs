using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers.Retention;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>A record as the arithmetic of retention sees it: its dates, and nothing of what it holds.</summary>
internal sealed class KeptRecord
{
    private readonly Source source;
    private readonly RecordType type;
    private readonly Dictionary<string, DateOnly> dates = new(StringComparer.Ordinal);
    private readonly DateOnly? storedOn;

    public KeptRecord(Source source, RecordType type, PersonalRecord record)
    {
        (this.source, this.type) = (source, type);
        storedOn = record.StoredAt is { } stored ? RetentionDay.Of(stored) : null;
        foreach (var (field, value) in type.Fields.Zip(record.Values))
        {
            if (DayOf(value) is { } day)
            {
                dates[field.Name] = day;
            }
        }
    }

    /// <summary>One field of it.</summary>
    public KeptData Of(RecordField field) => new()
    {
        Source = source.Id,
        RecordType = type.Name,
        Field = field.Name,
        Category = field.Category ?? type.Category,
        Dates = dates,
        StoredOn = storedOn,
    };

    private static DateOnly? DayOf(FieldValue? value) => value switch
    {
        DateValue date => date.Value,
        InstantValue moment => RetentionDay.Of(moment.Value),
        _ => null,
    };
}
