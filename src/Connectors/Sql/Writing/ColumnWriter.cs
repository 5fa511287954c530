using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Databases;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Sql.Writing;

/// <summary>Changes columns of one row; what is null is emptied.</summary>
internal sealed class ColumnWriter(TimeZoneInfo timeZone)
{
    private const long MostRowsLookedThrough = 1000;

    /// <summary>What to write into a column, in the form in which the column holds such values.</summary>
    public async Task<object?> FormAsync(
        SqlSession session, TargetRow row, string column, FieldValue? value, CancellationToken cancellationToken)
    {
        if (value is null)
        {
            return null;
        }

        var content = row.Columns[column];
        var example = content.Raw;
        if (example is null && value is DateValue or InstantValue or BooleanValue or DurationValue)
        {
            example = (await session.QueryAsync(Example(row.Record.Table, column), reader => reader.GetValue(0), cancellationToken))
                .FirstOrDefault();
        }

        return new ValueForm(timeZone, session.Database.HasTypedColumns ? content.TypeName : null, example).Of(value);
    }

    /// <summary>Changes the row; false when it is not there any more.</summary>
    public static async Task<bool> UpdateAsync(
        SqlSession session, TargetRow row, IReadOnlyDictionary<string, object?> columns, CancellationToken cancellationToken)
    {
        var statement = new Statement().Sql("update ").Table(row.Record.Table).Sql(" set ");
        statement.Each(columns, ", ", column =>
        {
            statement.Name(column.Key).Sql(" = ");
            _ = column.Value is null ? statement.Sql("null") : statement.Value(column.Value);
        });
        return await session.ExecuteAsync(row.Where(statement), cancellationToken) == 1;
    }

    /// <summary>Deletes the row with the rows of other tables that make its lists; false when it is not there any more.</summary>
    public static async Task<bool> DeleteAsync(SqlSession session, TargetRow row, CancellationToken cancellationToken)
    {
        foreach (var list in row.Record.Fields.OfType<RowsMapping>())
        {
            await DeleteItemsAsync(session, row, list, cancellationToken);
        }

        return await session.ExecuteAsync(
            row.Where(new Statement().Sql("delete from ").Table(row.Record.Table)), cancellationToken) == 1;
    }

    public static Task<int> DeleteItemsAsync(SqlSession session, TargetRow row, RowsMapping list, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            new Statement().Sql("delete from ").Table(list.Table).Sql(" where ").Column(list.Parent).Sql(" = ").Value(row.Content.Key[0]),
            cancellationToken);

    /// <summary>Another row's content of the column, where this row's cannot tell how the column holds values.</summary>
    private static Statement Example(TableName table, string column) => new Statement()
        .Sql("select ").Column(column).Sql(" from (select ").Column(column).Sql(" from ").Table(table)
        .Sql(" limit ").Value(MostRowsLookedThrough).Sql(") as t where ").Column(column).Sql(" is not null limit 1");
}
