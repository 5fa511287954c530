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

    public bool Restricted { get; init; }

    /// <summary>The columns behind person and key, in the order in which <see cref="Read"/> takes them.</summary>
    public static IEnumerable<string?> ColumnsOf(RecordMapping record) =>
        [record.StoredAt, record.ObservedAt, record.Writing.Restricted, .. record.Fields.SelectMany(Columns)];

    public static RecordRow Read(DbDataReader row, RecordMapping record, ValueReader values, Gaps gaps)
    {
        var at = 1;
        var key = record.Key.Select(_ => row.IsDBNull(at++) ? "" : row.GetString(at - 1)).ToList();
        var stored = values.Instant(row.GetValue(at++));
        var observed = values.Instant(row.GetValue(at++));
        var restricted = values.TryRead(FieldKind.Boolean, row.GetValue(at++), out var flag) && flag is BooleanValue { Value: true };
        var fields = record.Fields.Select(field => Value(field)).ToArray();
        return new()
        {
            Person = row.IsDBNull(0) ? "" : row.GetString(0),
            Key = key,
            StoredAt = stored,
            ObservedAt = observed,
            Restricted = restricted,
            Values = fields,
        };

        FieldValue? Value(FieldMapping field) => field switch
        {
            PartsMapping parts => Composite([.. parts.Field.Parts.Select(part => Single(parts, part, $"{parts.Field.Name}.{part.Name}"))]),
            ColumnMapping column => Single(column, column.Field, column.Field.Name),
            _ => null,
        };

        FieldValue? Single(FieldMapping mapping, RecordField field, string name)
        {
            if (!values.TryRead(field.Kind, row.GetValue(at++), out var value))
            {
                gaps.Unreadable(record.Type.Name, name, field.Kind);
            }

            return value is not null && mapping.Writing.ErasedText is { } erased
                && values.TryRead(field.Kind, erased, out var gone) && value == gone ? null : value;
        }
    }

    public static CompositeValue? Composite(IReadOnlyList<FieldValue?> parts) =>
        parts.Any(part => part is not null) ? new(parts) : null;

    public PersonalRecord ToRecord(RecordMapping record, FoundPersons persons) => new()
    {
        RecordType = record.Type.Name,
        Key = RecordKey.Write(Key),
        Values = Values,
        StoredAt = StoredAt,
        ObservedAt = ObservedAt,
        Restricted = Restricted,
        FoundBy = persons.FoundBy(Person),
    };

    private static IEnumerable<string?> Columns(FieldMapping field) => field switch
    {
        ColumnMapping column => [column.Column],
        PartsMapping parts => parts.PartColumns,
        _ => [],
    };
}
