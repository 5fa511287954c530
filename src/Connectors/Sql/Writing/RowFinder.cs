using System.Data.Common;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Databases;
using PersonalDataHub.Connectors.Sql.Mapping;
using PersonalDataHub.Connectors.Sql.Reading;

namespace PersonalDataHub.Connectors.Sql.Writing;

/// <summary>Finds the row that a target names, and whose it is.</summary>
internal sealed class RowFinder(ValueReader values)
{
    /// <summary>
    /// The row, locked where the session writes; null when there is none. <c>IsForeign</c> tells a row of somebody else
    /// than <paramref name="persons"/>, which is not handed out.
    /// </summary>
    /// <exception cref="SourceException">The mapped key does not tell rows apart.</exception>
    public async Task<(TargetRow? Row, bool IsForeign)> FindAsync(
        SqlSession session, RecordMapping record, string key, FoundPersons persons, CancellationToken cancellationToken)
    {
        if (RecordKey.Read(key, record.Key.Count) is not { } parts)
        {
            return (null, false);
        }

        var rows = await session.TryQueryAsync(
            Select(record, parts).Sql(session.RowLock), row => Read(row, record), cancellationToken) ?? [];

        // Databases find 7 under "07" too; a record has one key only.
        rows.RemoveAll(row => !row.Content.Key.SequenceEqual(parts, StringComparer.Ordinal));
        switch (rows)
        {
            case []:
                return (null, false);
            case [var row]:
                if (!persons.Numbers.Contains(row.Content.Person))
                {
                    return (null, true);
                }

                await new ChildReader(record, values).FillAsync(session, [row.Content], new Gaps(), cancellationToken);
                return (row, false);
            default:
                throw new SourceException(
                    FailureKind.Configuration,
                    $"Several rows of {record.Table} have the same key. Correct 'key' of {record.Type.Name} in the settings.");
        }
    }

    /// <summary>The row once more, after a change.</summary>
    public async Task<TargetRow?> ReadAgainAsync(SqlSession session, TargetRow row, CancellationToken cancellationToken) =>
        (await session.QueryAsync(Select(row.Record, row.Content.Key), reader => Read(reader, row.Record), cancellationToken))
            .FirstOrDefault();

    internal static Statement Select(RecordMapping record, IReadOnlyList<string> key)
    {
        var statement = new Statement().Sql("select ").ColumnAsText(record.Person);
        foreach (var column in record.Key)
        {
            statement.Sql(", ").ColumnAsText(column);
        }

        foreach (var column in RecordRow.ColumnsOf(record))
        {
            _ = column is null ? statement.Sql(", null") : statement.Sql(", ").Column(column);
        }

        statement.Sql(" from ").Table(record.Table).Sql(" where ");
        return statement.Each(record.Key.Zip(key), " and ", part => statement.Column(part.First).Sql(" = ").Value(part.Second))
            .And(record.Where).Sql(" limit 2");
    }

    private TargetRow Read(DbDataReader row, RecordMapping record)
    {
        var columns = new Dictionary<string, ColumnContent>(StringComparer.Ordinal);
        foreach (var (position, column) in RecordRow.ColumnsOf(record).Index())
        {
            if (column is not null)
            {
                var at = 1 + record.Key.Count + position;
                columns[column] = new(row.GetDataTypeName(at), row.IsDBNull(at) ? null : row.GetValue(at));
            }
        }

        return new(record, RecordRow.Read(row, record, values, new Gaps()), columns);
    }
}
