namespace PersonalDataHub.Connectors.Tables;

/// <summary>One row of a table.</summary>
internal sealed class TableRow(TableHeader header, IReadOnlyList<string> fields)
{
    /// <summary>The text in a column without spaces around it; null when it is empty or there is no such column.</summary>
    public string? this[string column] => header.Find(column) is { } position && fields[position] is { Length: > 0 } text ? text : null;

    public override string ToString() => nameof(TableRow);
}
