using Npgsql;

namespace PersonalDataHub.Hub.Persistence.Moving;

/// <summary>The hub's tables in a PostgreSQL database that it has prepared.</summary>
internal sealed class TargetTables(NpgsqlConnection connection)
{
    private const string Columns =
        """
        SELECT column_name, data_type, is_identity = 'YES' FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position
        """;

    private const string Key =
        """
        SELECT attribute.attname FROM pg_index AS index
        JOIN unnest(index.indkey) WITH ORDINALITY AS part(number, place) ON true
        JOIN pg_attribute AS attribute ON attribute.attrelid = index.indrelid AND attribute.attnum = part.number
        WHERE index.indrelid = to_regclass(quote_ident($1)) AND index.indisprimary ORDER BY part.place
        """;

    private const string References =
        """
        SELECT child.relname, parent.relname FROM pg_constraint AS reference
        JOIN pg_class AS child ON child.oid = reference.conrelid JOIN pg_class AS parent ON parent.oid = reference.confrelid
        WHERE reference.contype = 'f' AND child.relnamespace = current_schema()::regnamespace AND child.oid <> parent.oid
        """;

    /// <summary>Those of the names, each after the tables that it refers to.</summary>
    public async Task<IReadOnlyList<MovedTable>> ReadAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var references = (await RowsAsync(References, null, row => (Child: row.GetString(0), Parent: row.GetString(1)), cancellationToken).ConfigureAwait(false))
            .ToLookup(reference => reference.Child, reference => reference.Parent, StringComparer.Ordinal);
        var tables = new List<MovedTable>();
        foreach (var name in Ordered([.. names.Order(StringComparer.Ordinal)], references))
        {
            tables.Add(new(
                name,
                await RowsAsync(Columns, name, row => new MovedColumn(row.GetString(0), row.GetString(1), row.GetBoolean(2)), cancellationToken).ConfigureAwait(false),
                await RowsAsync(Key, name, row => row.GetString(0), cancellationToken).ConfigureAwait(false)));
        }

        return tables;
    }

    /// <summary>How many rows a table has.</summary>
    public async Task<long> CountAsync(MovedTable table, CancellationToken cancellationToken) =>
        (await RowsAsync($"SELECT COUNT(*) FROM \"{table.Name}\"", null, row => row.GetInt64(0), cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Other hubs that are connected now, by the names that they give themselves.</summary>
    public Task<IReadOnlyList<string>> HubsAsync(string own, CancellationToken cancellationToken) => RowsAsync(
        "SELECT DISTINCT application_name FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'personal-data-hub %' AND application_name <> $1",
        own,
        row => row.GetString(0),
        cancellationToken);

    private static List<string> Ordered(List<string> names, ILookup<string, string> references)
    {
        var ordered = new List<string>();
        while (names.Count > 0)
        {
            var next = names.First(name => !references[name].Any(names.Contains));
            names.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }

    private async Task<IReadOnlyList<T>> RowsAsync<T>(string sql, string? about, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        if (about is not null)
        {
            command.Parameters.Add(new() { Value = about });
        }

        await using var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<T>();
        while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(read(row));
        }

        return rows;
    }
}
