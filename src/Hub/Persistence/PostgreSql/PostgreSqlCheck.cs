using Npgsql;

namespace PersonalDataHub.Hub.Persistence.PostgreSql;

/// <summary>Looks at a database before anything is written to it.</summary>
internal sealed class PostgreSqlCheck(NpgsqlConnection connection, string place, string account)
{
    // The first that tells what became of a transaction by a number that never wraps.
    private const int LeastVersion = 130000;

    private const string About =
        """
        SELECT current_setting('server_version_num')::int, current_setting('server_version'), current_setting('server_encoding'), pg_is_in_recovery(),
            current_setting('default_transaction_read_only')::bool, current_schema(), coalesce(has_schema_privilege(current_schema(), 'CREATE'), false),
            current_setting('fsync')::bool AND current_setting('synchronous_commit') <> 'off', current_setting('search_path')
        """;

    private const string Tables =
        """
        SELECT relation.relname,
            has_table_privilege(relation.oid, 'SELECT') AND has_table_privilege(relation.oid, 'INSERT')
                AND has_table_privilege(relation.oid, 'UPDATE') AND has_table_privilege(relation.oid, 'DELETE')
        FROM pg_class AS relation JOIN pg_namespace AS schema ON schema.oid = relation.relnamespace
        WHERE schema.nspname = current_schema() AND relation.relkind IN ('r', 'p')
        """;

    /// <param name="knownMigrations">The migrations that this version has.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    /// <returns>The server's version, and whether what it has committed survives a loss of power.</returns>
    /// <exception cref="HubDatabaseException">Everything that keeps the hub from using it, at once.</exception>
    public async Task<(string Version, bool IsDurable)> RunAsync(IEnumerable<string> knownMigrations, CancellationToken cancellationToken)
    {
        var mistakes = new List<string>();
        var (version, isDurable, schema, mayCreate) = await ServerAsync(mistakes, cancellationToken);
        if (schema is not null)
        {
            await TablesAsync(schema, mayCreate, [.. knownMigrations], mistakes, cancellationToken);
        }

        return mistakes.Count == 0
            ? (version, isDurable)
            : throw new HubDatabaseException(
                $"The database {place} cannot be used:{Environment.NewLine}- {string.Join($"{Environment.NewLine}- ", mistakes)}{Environment.NewLine}Nothing was changed.");
    }

    private async Task<(string Version, bool IsDurable, string? Schema, bool MayCreate)> ServerAsync(List<string> mistakes, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(About, connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        if (row.GetInt32(0) < LeastVersion)
        {
            mistakes.Add($"It is PostgreSQL {row.GetString(1)}; the hub needs 13 or later.");
        }

        if (row.GetString(2) != "UTF8")
        {
            mistakes.Add($"Its encoding is {row.GetString(2)}, which cannot hold every name. Create it anew with ENCODING 'UTF8' TEMPLATE template0.");
        }

        if (row.GetBoolean(3) || row.GetBoolean(4))
        {
            mistakes.Add(row.GetBoolean(3)
                ? "It is a standby, which cannot be written. Name the primary, or several hosts with 'Target Session Attributes=primary'."
                : "It is read-only: default_transaction_read_only is on for this account, database or server. Turn it off.");
        }

        var schema = row.IsDBNull(5) ? null : row.GetString(5);
        if (schema is null)
        {
            mistakes.Add(
                $"No schema of the search path ({row.GetString(8)}) exists or may be used by '{account}'. "
                + $"Create one: CREATE SCHEMA hub AUTHORIZATION \"{account}\", and add 'Search Path=hub' to the connection string.");
        }

        return (row.GetString(1), row.GetBoolean(7), schema, row.GetBoolean(6));
    }

    private async Task TablesAsync(string schema, bool mayCreate, List<string> known, List<string> mistakes, CancellationToken cancellationToken)
    {
        var tables = new Dictionary<string, bool>(StringComparer.Ordinal);
        await using (var command = new NpgsqlCommand(Tables, connection))
        await using (var row = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await row.ReadAsync(cancellationToken))
            {
                tables[row.GetString(0)] = row.GetBoolean(1);
            }
        }

        var isOurs = tables.TryGetValue("__EFMigrationsHistory", out var mayReadHistory);
        if (tables.Count > 0 && !isOurs)
        {
            mistakes.Add(
                $"The schema '{schema}' belongs to another program: it has tables, but no history of this hub's versions. "
                + "Give the hub a database or a schema of its own ('Search Path=hub').");
            return;
        }

        var closed = tables.Where(table => !table.Value).Select(table => table.Key).Order(StringComparer.Ordinal).ToList();
        if (closed.Count > 0)
        {
            mistakes.Add($"'{account}' may not read and write {string.Join(", ", closed)} of the schema '{schema}'. Make it their owner.");
        }

        var applied = isOurs && mayReadHistory ? await AppliedAsync(cancellationToken) : [];
        var unknown = applied.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            mistakes.Add(
                $"A newer version of the hub wrote it: this one does not know {string.Join(", ", unknown)}. "
                + "Start that newer version, or restore the backup taken before it was installed.");
        }

        if (!mayCreate && known.Except(applied, StringComparer.Ordinal).Any())
        {
            mistakes.Add($"'{account}' may not create tables in the schema '{schema}', and this version needs new ones: GRANT CREATE ON SCHEMA \"{schema}\" TO \"{account}\".");
        }
    }

    private async Task<List<string>> AppliedAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"", connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new List<string>();
        while (await row.ReadAsync(cancellationToken))
        {
            applied.Add(row.GetString(0));
        }

        return applied;
    }
}
