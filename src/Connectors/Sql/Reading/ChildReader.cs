using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Databases;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Sql.Reading;

/// <summary>Fills the fields whose items are rows of another table, with one statement per field and page.</summary>
internal sealed class ChildReader(RecordMapping record, ValueReader values)
{
    public async Task FillAsync(SqlSession session, IReadOnlyList<RecordRow> rows, Gaps gaps, CancellationToken cancellationToken)
    {
        foreach (var (position, field) in record.Fields.Index())
        {
            if (field is not RowsMapping children || rows.Count == 0)
            {
                continue;
            }

            var items = await session.QueryAsync(
                Rows(children, rows.Select(row => row.Key[0])),
                row => (Parent: row.GetString(0), Value: Item(children, ordinal => row.GetValue(ordinal + 1), gaps)),
                cancellationToken);
            var byParent = items.ToLookup(item => item.Parent, item => item.Value, StringComparer.Ordinal);
            foreach (var row in rows)
            {
                var list = byParent[row.Key[0]].OfType<FieldValue>().ToList();
                row.Values[position] = list.Count == 0 ? null : new ListValue(list);
            }
        }
    }

    internal static Statement Rows(RowsMapping children, IEnumerable<string> parents)
    {
        var statement = new Statement().Sql("select ").ColumnAsText(children.Parent);
        foreach (var column in children.ItemColumns)
        {
            _ = column is null ? statement.Sql(", null") : statement.Sql(", ").Column(column);
        }

        return statement.Sql(" from ").Table(children.Table).Sql(" where ").Column(children.Parent).In(parents)
            .Sql(" order by ").Column(children.Parent).Sql(", ").Column(children.Order);
    }

    private FieldValue? Item(RowsMapping children, Func<int, object> column, Gaps gaps) =>
        children.Field.ItemKind is FieldKind.Composite
            ? RecordRow.Composite([.. children.Field.Parts.Select((part, at) =>
                Single(part.Kind, $"{children.Field.Name}.{part.Name}", column(at), gaps))])
            : Single(children.Field.ItemKind ?? FieldKind.Text, children.Field.Name, column(0), gaps);

    private FieldValue? Single(FieldKind kind, string name, object raw, Gaps gaps)
    {
        if (!values.TryRead(kind, raw, out var value))
        {
            gaps.Unreadable(record.Type.Name, name, kind);
        }

        return value;
    }
}
