using System.Data.Common;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Databases;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Sql.Reading;

/// <summary>Reads pages of the records of found persons: by record type in the source's order, then by key.</summary>
internal sealed class RecordReader(SqlMapping mapping, ValueReader values)
{
    public async Task<ReadPage> ReadAsync(
        SqlSession session, ReadRequest request, FoundPersons persons, DateTimeOffset asOf, Gaps gaps, CancellationToken cancellationToken)
    {
        var types = mapping.Records.Where(record => request.RecordTypes.Contains(record.Type.Name)).ToList();
        var token = request.PageToken is { } text ? PageToken.Parse(text) : null;
        var start = token is null ? 0 : types.FindIndex(type => type.Type.Name == token.RecordType);
        if (start < 0 || (token is not null && token.Key.Count != types[start].Key.Count))
        {
            throw PageToken.Invalid();
        }

        var counts = await CountAsync(session, types, persons, cancellationToken);
        var size = Math.Clamp(request.PageSize, 1, 1000);
        var records = new List<PersonalRecord>();
        PageToken? next = null;
        for (var at = start; at < types.Count && next is null; at++)
        {
            if (counts[at] == 0)
            {
                continue;
            }

            if (records.Count == size)
            {
                // The key before every other one: the type begins on the next page.
                next = new(types[at].Type.Name, [.. types[at].Key.Select(_ => "")]);
                break;
            }

            var after = at == start ? token?.Key : null;
            var rows = await session.QueryAsync(
                Page(session.Database, types[at], persons.Numbers, after, size - records.Count + 1),
                row => RecordRow.Read(row, types[at], values, gaps),
                cancellationToken);
            if (rows.Count > size - records.Count)
            {
                rows.RemoveAt(rows.Count - 1);
                next = new(types[at].Type.Name, rows[^1].Key);
            }

            await new ChildReader(types[at], values).FillAsync(session, rows, gaps, cancellationToken);
            records.AddRange(rows.Select(row => row.ToRecord(types[at], persons)));
        }

        return new()
        {
            Records = records,
            NextPageToken = next?.ToString(),
            Total = counts.Sum(),
            AsOf = asOf,
            Gaps = gaps.ToList(),
        };
    }

    internal static Statement Page(
        SqlDatabase database, RecordMapping record, IEnumerable<string> persons, IReadOnlyList<string>? after, int limit)
    {
        var statement = new Statement();
        void Key(string column) => statement.ColumnAsText(column).Sql(database.CodePointOrder);
        statement.Sql("select ").ColumnAsText(record.Person);
        foreach (var column in record.Key)
        {
            statement.Sql(", ").ColumnAsText(column);
        }

        foreach (var column in RecordRow.ColumnsOf(record))
        {
            _ = column is null ? statement.Sql(", null") : statement.Sql(", ").Column(column);
        }

        statement.Sql(" from ").Table(record.Table).Sql(" where ").Column(record.Person).In(persons).And(record.Where);
        if (after is not null)
        {
            // Keys are compared as texts, in the order below. No index has them so: the one on the person is used.
            statement.Sql(" and (").Each(record.Key, ", ", Key).Sql(") > (").Each(after, ", ", key => statement.Value(key)).Sql(")");
        }

        return statement.Sql(" order by ").Each(record.Key, ", ", Key).Sql(" limit ").Value((long)limit);
    }

    internal static Statement Count(IEnumerable<RecordMapping> types, IReadOnlyCollection<string> persons)
    {
        var statement = new Statement().Sql("select ");
        return statement.Each(types, ", ", record => statement
            .Sql("(select count(*) from ").Table(record.Table).Sql(" where ").Column(record.Person).In(persons).And(record.Where).Sql(")"));
    }

    private static async Task<IReadOnlyList<long>> CountAsync(
        SqlSession session, List<RecordMapping> types, FoundPersons persons, CancellationToken cancellationToken)
    {
        if (persons.Numbers.Count == 0 || types.Count == 0)
        {
            return [.. types.Select(_ => 0L)];
        }

        static long[] Counts(DbDataReader row) => [.. Enumerable.Range(0, row.FieldCount).Select(row.GetInt64)];
        return (await session.QueryAsync(Count(types, persons.Numbers), Counts, cancellationToken))[0];
    }
}
