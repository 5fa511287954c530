using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Databases;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Sql.Reading;

/// <summary>Compares what the settings map with what the database has.</summary>
internal sealed class ShapeCheck(SqlMapping mapping)
{
    public async Task<CheckResult> CheckAsync(SqlSession session, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        foreach (var (table, columns) in Mapped())
        {
            var held = await session.QueryAsync(session.Database.ColumnsOf(table), row => row.GetString(0), cancellationToken);
            var lacking = columns.Except(held, session.Database.NameComparer).Order(StringComparer.Ordinal).ToList();
            if (held.Count == 0)
            {
                missing.Add($"table {table}");
            }
            else if (lacking.Count > 0)
            {
                missing.Add($"{(lacking.Count == 1 ? "column" : "columns")} {string.Join(", ", lacking)} of table {table}");
            }
        }

        return missing.Count == 0
            ? CheckResult.Fit(await session.Database.DescribeAsync(session, cancellationToken))
            : CheckResult.Unfit(
                FailureKind.Configuration,
                $"The database lacks, or does not let the hub read: {string.Join("; ", missing)}. Correct the settings' mapping or the database.");
    }

    private IEnumerable<(TableName Table, IEnumerable<string> Columns)> Mapped() =>
        mapping.Records.SelectMany(Uses)
            .Concat(mapping.Identities.Select(identity => (identity.Table, Columns(
                identity.Column, identity.Person, identity.ValidFrom, identity.ValidTo, identity.ObservedAt))))
            .Concat(mapping.Facts.SelectMany(fact => fact.Parts).Select(part => (part.Record.Table, Columns(
                [part.ValidFrom, part.ValidTo, part.At, .. part.Where.Select(condition => condition.Column)]))))
            .GroupBy(use => use.Item1, use => use.Item2)
            .OrderBy(table => table.Key.ToString(), StringComparer.Ordinal)
            .Select(table => (table.Key, table.SelectMany(columns => columns).Distinct(StringComparer.Ordinal)));

    private static IEnumerable<(TableName Table, IEnumerable<string> Columns)> Uses(RecordMapping record)
    {
        yield return (record.Table, Columns(
            [.. record.Key, record.Person, .. RecordRow.ColumnsOf(record), .. record.Where.Select(condition => condition.Column)]));
        foreach (var rows in record.Fields.OfType<RowsMapping>())
        {
            yield return (rows.Table, Columns([rows.Parent, rows.Order, .. rows.Columns]));
        }
    }

    private static IEnumerable<string> Columns(params string?[] columns) => columns.OfType<string>();
}
