using Npgsql;

namespace PersonalDataHub.Hub.Persistence.Moving;

/// <summary>What stands in the new database, the same as in the old one.</summary>
/// <param name="Rows">Rows by table.</param>
/// <param name="OpenTasks">Tasks that are not final.</param>
/// <param name="AuditHead">Number and hash of the last audit entry; null when there is none.</param>
internal sealed record MoveReport(IReadOnlyDictionary<string, long> Rows, long OpenTasks, string? AuditHead)
{
    /// <summary>What the connection that moves calls itself.</summary>
    public const string Mover = "personal-data-hub mover";

    public static async Task<MoveReport> OfAsync(NpgsqlConnection connection, IReadOnlyList<MovedTable> tables, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            rows[table.Name] = await new TargetTables(connection).CountAsync(table, cancellationToken).ConfigureAwait(false);
        }

        await using var command = new NpgsqlCommand(
            """
            SELECT (SELECT COUNT(*) FROM "FulfillmentTasks" WHERE "FinalAt" IS NULL),
                (SELECT "Sequence" || ' ' || encode("Hash", 'hex') FROM "AuditEntries" ORDER BY "Sequence" DESC LIMIT 1)
            """,
            connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await row.ReadAsync(cancellationToken).ConfigureAwait(false);
        return new(rows, row.GetInt64(0), await row.IsDBNullAsync(1, cancellationToken).ConfigureAwait(false) ? null : row.GetString(1));
    }
}
