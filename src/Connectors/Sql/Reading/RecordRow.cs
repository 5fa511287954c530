using System.Data.Common;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Sql.Reading;

/// <summary>One row of a record type's table, as read.</summary>
internal sealed class RecordRow
{
    public required string Person { get; init; }

    public required IReadOnlyList<string> Key { get; init; }

    public required FieldValue?[] Values { get; init; }

    public DateTimeOffset? StoredAt { get; init; }

    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>The columns behind person and key, in the order in which <see cref="Read"/> takes them.</summary>
    public static IEnumerable<string?> ColumnsOf(RecordMapping record) =>
        [record.StoredAt, record.ObservedAt, .. record.Fields.SelectMany(Columns)];

    public static RecordRow Read(DbDataReader row, RecordMapping record, ValueReader values, Gaps gaps)
    {
        var at = 1;
        var key = record.Key.Select(_ => row.IsDBNull(at++) ? "" : row.GetString(at - 1)).ToList();
        var stored = values.Instant(row.GetValue(at++));
        var observed = values.Instant(row.GetValue(at++));
        var fields = record.Fields.Select(field => Value(field)).ToArray();
        return new() { Person = row.GetString(0), Key = key, StoredAt = stored, ObservedAt = observed, Values = fields };

        FieldValue? Value(FieldMapping field) => field switch
        {
            PartsMapping parts => Composite([.. parts.Field.Parts.Select(part => Single(part, $"{parts.Field.Name}.{part.Name}"))]),
            ColumnMapping column => Single(column.Field, column.Field.Name),
            _ => null,
        };

        FieldValue? Single(RecordField field, string name)
        {
            if (!values.TryRead(field.Kind, row.GetValue(at++), out var value))
            {
                gaps.Unreadable(record.Type.Name, name, field.Kind);
            }

            return value;
        }
    }

    public static CompositeValue? Composite(IReadOnlyList<FieldValue?> parts) =>
        parts.Any(part => part is not null) ? new(parts) : null;

    public PersonalRecord ToRecord(RecordMapping record, FoundPersons persons) => new()
    {
        RecordType = record.Type.Name,
        Key = Key is [var single] ? single : string.Join('/', Key.Select(Uri.EscapeDataString)),
        Values = Values,
        StoredAt = StoredAt,
        ObservedAt = ObservedAt,
        FoundBy = persons.FoundBy(Person),
    };

    private static IEnumerable<string?> Columns(FieldMapping field) => field switch
    {
        ColumnMapping column => [column.Column],
        PartsMapping parts => parts.Columns,
        _ => [],
    };
}
