using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>Where a field's value stands in the database.</summary>
internal abstract record FieldMapping(RecordField Field)
{
    public FieldWriting Writing { get; init; } = FieldWriting.None;

    /// <summary>The columns of the record's own row that hold the value.</summary>
    public IEnumerable<string> Columns => this switch
    {
        ColumnMapping column => [column.Column],
        PartsMapping parts => parts.PartColumns.OfType<string>(),
        _ => [],
    };
}

/// <summary>In one column.</summary>
internal sealed record ColumnMapping(RecordField Field, string Column) : FieldMapping(Field);

/// <summary>In several columns of the record's row; one per part, null where the database has none.</summary>
internal sealed record PartsMapping(RecordField Field, IReadOnlyList<string?> PartColumns) : FieldMapping(Field);

/// <summary>In rows of another table, each an item of a list: of one column, or of one column per part.</summary>
internal sealed record RowsMapping(
    RecordField Field, TableName Table, string Parent, string Order, IReadOnlyList<string?> ItemColumns) : FieldMapping(Field);
