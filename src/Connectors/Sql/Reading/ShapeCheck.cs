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

        if (missing.Count > 0)
        {
            return CheckResult.Unfit(
                FailureKind.Configuration,
                $"The database lacks, or does not let the hub read: {string.Join("; ", missing)}. Correct the settings' mapping or the database.");
        }

        var full = await NeverEmptyAsync(session, cancellationToken);
        return full.Count == 0
            ? CheckResult.Fit(await session.Database.DescribeAsync(session, cancellationToken))
            : CheckResult.Unfit(
                FailureKind.Configuration,
                $"Columns may not be empty that erasing empties: {string.Join("; ", full)}. Give their fields 'erase: {{ text: … }}', or the records 'erase: delete'.");
    }

    /// <summary>The columns of records kept as shells that could not be emptied.</summary>
    private async Task<IReadOnlyList<string>> NeverEmptyAsync(SqlSession session, CancellationToken cancellationToken)
    {
        var full = new List<string>();
        foreach (var record in mapping.Records.Where(record => record.Writing.Erase is EraseMode.Empty))
        {
            var required = await session.QueryAsync(
                session.Database.RequiredColumnsOf(record.Table), row => row.GetString(0), cancellationToken);
            full.AddRange(record.Fields.Where(field => field.Writing.ErasedText is null)
                .SelectMany(field => field.Columns)
                .Where(column => !record.IsKey(column) && required.Contains(column, session.Database.NameComparer))
                .Select(column => $"{column} of table {record.Table}"));
        }

        return full;
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
            [.. record.Key, record.Person, .. RecordRow.ColumnsOf(record), .. record.Where.Select(condition => condition.Column), .. WritingColumns(record)]));
        foreach (var rows in record.Fields.OfType<RowsMapping>())
        {
            yield return (rows.Table, Columns([rows.Parent, rows.Order, .. rows.ItemColumns]));
        }
    }

    private static IEnumerable<string?> WritingColumns(RecordMapping record) =>
        record.Writing.Keep.SelectMany(rule => rule.Where.Select(condition => condition.Column).Append(rule.From).Append(rule.ValidTo))
            .Concat((record.Writing.Corrections ?? []).Concat(record.Fields.SelectMany(field => field.Writing.Corrections))
                .SelectMany(rule => rule.Where).Select(condition => condition.Column));

    private static IEnumerable<string> Columns(params string?[] columns) => columns.OfType<string>();
}
