using System.Globalization;
using System.Security.Cryptography;
using PersonalDataHub.Connectors.Sql.Databases;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Sql.Writing;

/// <summary>
/// Makes a row anonymous: what the settings name stays, everything else of it is emptied, also what is not mapped, and the
/// row's key and the person's number become random ones that nobody can lead back.
/// </summary>
internal static class Anonymity
{
    private const int Tries = 3;

    /// <summary>What stands against it: the columns that may not be empty and for which the settings name no text.</summary>
    public static async Task<IReadOnlyList<string>> ObstaclesAsync(SqlSession session, RecordMapping record, CancellationToken cancellationToken)
    {
        var required = await RequiredAsync(session, record, cancellationToken);
        var emptied = await EmptiedAsync(session, record, cancellationToken);
        return [.. emptied.Where(column => column.Value is null && required.Contains(column.Key)).Select(column => column.Key)];
    }

    /// <summary>Changes the row; false, with nothing changed, when the database refuses.</summary>
    public static async Task<bool> ApplyAsync(SqlSession session, TargetRow row, CancellationToken cancellationToken)
    {
        var required = await RequiredAsync(session, row.Record, cancellationToken);
        var emptied = await EmptiedAsync(session, row.Record, cancellationToken);
        var identifying = await session.QueryAsync(Identifying(row), reader => Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue).ToList(), cancellationToken);
        if (identifying is not [var held])
        {
            return false;
        }

        // A random number may be taken; another one then.
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var columns = new Dictionary<string, object?>(emptied, StringComparer.Ordinal);
            foreach (var (column, value) in IdentifyingColumns(row.Record).Zip(held))
            {
                columns[column] = row.Record.Key.Contains(column) || required.Contains(column) ? Random(session, value) : null;
            }

            if (await session.AttemptAsync(() => ChangeAsync(session, row, columns, cancellationToken), cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<bool> ChangeAsync(
        SqlSession session, TargetRow row, IReadOnlyDictionary<string, object?> columns, CancellationToken cancellationToken)
    {
        foreach (var list in row.Record.Fields.OfType<RowsMapping>())
        {
            await ColumnWriter.DeleteItemsAsync(session, row, list, cancellationToken);
        }

        return await ColumnWriter.UpdateAsync(session, row, columns, cancellationToken);
    }

    private static IEnumerable<string> IdentifyingColumns(RecordMapping record) =>
        record.Key.Append(record.Person).Distinct(StringComparer.OrdinalIgnoreCase);

    private static Statement Identifying(TargetRow row)
    {
        var statement = new Statement().Sql("select ");
        statement.Each(IdentifyingColumns(row.Record), ", ", column => statement.Column(column));
        return row.Where(statement.Sql(" from ").Table(row.Record.Table));
    }

    private static async Task<IReadOnlySet<string>> RequiredAsync(SqlSession session, RecordMapping record, CancellationToken cancellationToken) =>
        (await session.QueryAsync(session.Database.RequiredColumnsOf(record.Table), column => column.GetString(0), cancellationToken))
            .ToHashSet(session.Database.NameComparer);

    /// <summary>The columns that lose their content, each with the text that stands there afterwards; null for none.</summary>
    private static async Task<IReadOnlyDictionary<string, object?>> EmptiedAsync(
        SqlSession session, RecordMapping record, CancellationToken cancellationToken)
    {
        var all = await session.QueryAsync(session.Database.ColumnsOf(record.Table), column => column.GetString(0), cancellationToken);
        var stay = record.Fields.Where(field => record.Writing.Anonymise!.Contains(field.Field.Name)).SelectMany(field => field.Columns)
            .Concat(record.Writing.Restricted is { } restricted ? [restricted] : []).ToHashSet(session.Database.NameComparer);
        var texts = record.Fields.Where(field => field.Writing.ErasedText is not null)
            .SelectMany(field => field.Columns, (field, column) => (column, field.Writing.ErasedText))
            .ToLookup(text => text.column, text => text.ErasedText, session.Database.NameComparer);
        return all.Where(column => !stay.Contains(column) && !record.IsKey(column))
            .ToDictionary(column => column, column => (object?)texts[column].FirstOrDefault(), StringComparer.Ordinal);
    }

    private static object Random(SqlSession session, object held)
    {
        if (held is not (long or int or short))
        {
            return Guid.NewGuid().ToString();
        }

        // Typed columns take every value as text.
        var number = RandomNumberGenerator.GetInt32(1, held is short ? short.MaxValue : int.MaxValue);
        return session.Database.HasTypedColumns ? number.ToString(CultureInfo.InvariantCulture) : (long)number;
    }
}
