using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>Where the records of one type stand in the database.</summary>
internal sealed record RecordMapping
{
    /// <summary>The type as the source declares it: only with fields that are mapped.</summary>
    public required RecordType Type { get; init; }

    public required TableName Table { get; init; }

    /// <summary>The columns that tell one record from another.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>The column that holds the number of the person the record is about.</summary>
    public required string Person { get; init; }

    public string? StoredAt { get; init; }

    public string? ObservedAt { get; init; }

    /// <summary>What a row must meet to be a record of the type; a row kept as an erased record's shell is none.</summary>
    public IReadOnlyList<Condition> Where { get; init; } = [];

    public RecordWriting Writing { get; init; } = RecordWriting.None;

    /// <summary>One per field of the type, in its order.</summary>
    public required IReadOnlyList<FieldMapping> Fields { get; init; }

    /// <summary>True when the column tells one record or person from another, so that it is neither corrected nor emptied.</summary>
    public bool IsKey(string column) => Key.Append(Person).Contains(column, StringComparer.OrdinalIgnoreCase);
}
