using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers.Retention;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>A record as the arithmetic of retention sees it: its dates and what it denies, and nothing else of what it holds.</summary>
internal sealed class KeptRecord
{
    private readonly string source;
    private readonly RecordType type;
    private readonly Dictionary<string, DateOnly> dates = new(StringComparer.Ordinal);
    private readonly HashSet<string> denied = new(StringComparer.Ordinal);
    private readonly DateOnly? storedOn;

    /// <param name="source">The id of the source.</param>
    /// <param name="type">The record's type.</param>
    /// <param name="record">The record.</param>
    /// <param name="visible">Which fields may be looked at; null for all.</param>
    public KeptRecord(string source, RecordType type, PersonalRecord record, Func<RecordField, bool>? visible = null)
    {
        (this.source, this.type) = (source, type);
        storedOn = record.StoredAt is { } stored ? RetentionDay.Of(stored) : null;
        foreach (var (field, value) in type.Fields.Zip(record.Values).Where(one => visible is null || visible(one.First)))
        {
            if (DayOf(value) is { } day)
            {
                dates[field.Name] = day;
            }
            else if (value is BooleanValue { Value: false })
            {
                denied.Add(field.Name);
            }
        }
    }

    /// <summary>One field of it; null for the record as a whole.</summary>
    public KeptData Of(RecordField? field) => new()
    {
        Source = source,
        RecordType = type.Name,
        Field = field?.Name,
        Category = field?.Category ?? type.Category,
        Dates = dates,
        Denied = denied,
        StoredOn = storedOn,
    };

    private static DateOnly? DayOf(FieldValue? value) => value switch
    {
        DateValue date => date.Value,
        InstantValue moment => RetentionDay.Of(moment.Value),
        _ => null,
    };
}
