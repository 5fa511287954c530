using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace PersonalDataHub.Hub.Persistence.Moving;

/// <summary>Copies tables from SQLite into an open transaction of PostgreSQL, and compares them row by row.</summary>
internal sealed class TableCopy(SqliteConnection from, NpgsqlConnection to)
{
    /// <summary>Copies all rows.</summary>
    /// <returns>How many.</returns>
    public async Task<long> RunAsync(MovedTable table, CancellationToken cancellationToken)
    {
        await using var command = from.CreateCommand();
        command.CommandText = table.Select(isPostgreSql: false);
        await using var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var rows = 0L;
        await using (var writer = await to.BeginBinaryImportAsync(table.Copy, cancellationToken).ConfigureAwait(false))
        {
            while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                await writer.StartRowAsync(cancellationToken).ConfigureAwait(false);
                for (var ordinal = 0; ordinal < table.Columns.Count; ordinal++)
                {
                    if (table.Columns[ordinal].FromSqlite(row, ordinal) is { } value)
                    {
                        await writer.WriteAsync(value, table.Columns[ordinal].DbType, cancellationToken).ConfigureAwait(false);
                    }
                    else
                    {
                        await writer.WriteNullAsync(cancellationToken).ConfigureAwait(false);
                    }
                }

                rows++;
            }

            await writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }

        foreach (var numbered in table.Columns.Where(column => column.IsNumbered))
        {
            await GoOnNumberingAsync(table, numbered, cancellationToken).ConfigureAwait(false);
        }

        return rows;
    }

    /// <summary>What differs first between the two; null when every value of every row is the same.</summary>
    public async Task<string?> DifferenceAsync(MovedTable table, CancellationToken cancellationToken)
    {
        await using var old = from.CreateCommand();
        old.CommandText = table.Select(isPostgreSql: false);
        await using var made = new NpgsqlCommand(table.Select(isPostgreSql: true), to) { CommandTimeout = 0 };
        await using var was = await old.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var is_ = await made.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        for (var number = 1L; ; number++)
        {
            var (more, hasMore) = (await was.ReadAsync(cancellationToken).ConfigureAwait(false), await is_.ReadAsync(cancellationToken).ConfigureAwait(false));
            if (more != hasMore)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{table.Name} has {(more ? "fewer" : "more")} rows than before, from the {number}th on");
            }

            if (!more)
            {
                return null;
            }

            for (var ordinal = 0; ordinal < table.Columns.Count; ordinal++)
            {
                var column = table.Columns[ordinal];
                if (!MovedColumn.IsSame(column.FromSqlite(was, ordinal), column.FromPostgreSql(is_, ordinal)))
                {
                    return string.Create(CultureInfo.InvariantCulture, $"{table.Name}.{column.Name} differs in the {number}th row");
                }
            }
        }
    }

    // A number that was used once is never used again, also not that of a row that is gone.
    private async Task GoOnNumberingAsync(MovedTable table, MovedColumn column, CancellationToken cancellationToken)
    {
        await using var used = from.CreateCommand();
        used.CommandText = "SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = $table), 0)";
        used.Parameters.AddWithValue("$table", table.Name);
        if (await used.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is long and > 0 and var last)
        {
            await using var next = new NpgsqlCommand("SELECT setval(pg_get_serial_sequence($1, $2), $3)", to);
            next.Parameters.Add(new() { Value = $"\"{table.Name}\"" });
            next.Parameters.Add(new() { Value = column.Name });
            next.Parameters.Add(new() { Value = last });
            await next.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
