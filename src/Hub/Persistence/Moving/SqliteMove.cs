using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PersonalDataHub.Hub.Persistence.PostgreSql;
using PersonalDataHub.Hub.Persistence.Sqlite;

namespace PersonalDataHub.Hub.Persistence.Moving;

/// <summary>Moves all that a hub's SQLite file holds into an empty PostgreSQL database: all of it, compared row by row, or nothing.</summary>
/// <remarks>The file itself is only read, and what is read is a copy of it brought to this version. A mark beside it tells where it went.</remarks>
internal sealed class SqliteMove(DataDirectoryLock owner, HubDatabase target, DatabaseSettings settings, TimeProvider clock)
{
    private const string KeyMarks = "KeyMarks";

    private readonly string file = HubDatabase.PathIn(owner.Directory);

    /// <summary>Moves it. The data directory is owned, so no hub runs on the file.</summary>
    /// <exception cref="HubDatabaseException">It cannot be moved; the message says why, and nothing was changed.</exception>
    public async Task<MoveReport> RunAsync(CancellationToken cancellationToken)
    {
        RefuseWhatCannotBeMoved();
        var copy = $"{file}.copy";
        try
        {
            await SqliteBackup.CopyAsync(file, copy, cancellationToken).ConfigureAwait(false);
            var names = await MigrateAsync(copy, cancellationToken).ConfigureAwait(false);
            await target.PrepareAsync(cancellationToken).ConfigureAwait(false);
            return await CopyAllAsync(copy, names, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException cause)
        {
            throw SqliteFile.Explain(file, cause);
        }
        catch (NpgsqlException cause)
        {
            throw PostgreSqlFailures.Explain(PostgreSqlConnection.PlaceOf(settings.ConnectionString!), new NpgsqlConnectionStringBuilder(settings.ConnectionString).Username ?? Environment.UserName, cause);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            foreach (var left in Directory.GetFiles(owner.Directory, $"{Path.GetFileName(copy)}*"))
            {
                File.Delete(left);
            }
        }
    }

    private void RefuseWhatCannotBeMoved()
    {
        if (settings.Provider != DatabaseProvider.PostgreSql)
        {
            throw new HubDatabaseException(
                $"Where to? Set {DatabaseSettings.ProviderKey} to PostgreSql and {DatabaseSettings.ConnectionStringKey}, as the hub will have them afterwards, and run it again.");
        }

        if (!SqliteFile.Exists(file))
        {
            throw new HubDatabaseException($"There is no SQLite database {file} to move. Name its data directory with --Hub:DataDirectory=….");
        }

        if (File.Exists(SqliteMarks.Moved(file)))
        {
            throw new HubDatabaseException($"The database {file} {File.ReadAllText(SqliteMarks.Moved(file)).Trim()}");
        }
    }

    private static async Task<IReadOnlyList<string>> MigrateAsync(string copy, CancellationToken cancellationToken)
    {
        var engine = new SqliteEngine(copy);
        using (engine)
        {
            var options = new DbContextOptionsBuilder<HubDbContext>();
            engine.Configure(options);
            options.ConfigureWarnings(warnings => warnings.Ignore(Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.PendingModelChangesWarning));
            await using var db = new HubDbContext(options.Options);
            await engine.MigrateAsync(db, cancellationToken).ConfigureAwait(false);

            // Quartz's own tables are no part of it: the task table is the schedule.
            return [.. db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct()];
        }
    }

    private async Task<MoveReport> CopyAllAsync(string copy, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        await using var from = new SqliteConnection(SqliteFile.ConnectionString(copy, SqliteOpenMode.ReadOnly, pooled: false));
        await from.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var to = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false, CommandTimeout = 0, ApplicationName = MoveReport.Mover }.ConnectionString);
        await to.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await to.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken).ConfigureAwait(false);
        var known = new TargetTables(to);
        var tables = await known.ReadAsync(names, cancellationToken).ConfigureAwait(false);
        var copying = new TableCopy(from, to);
        if (await IsThereAlreadyAsync(known, tables, copying, cancellationToken).ConfigureAwait(false))
        {
            // Stored whole the last time, and cut short before it was marked.
            return Mark(await MoveReport.OfAsync(to, tables, cancellationToken).ConfigureAwait(false));
        }

        // The mark of the master key is what preparing left; it is compared like everything else.
        foreach (var table in tables.Where(table => table.Name != KeyMarks))
        {
            await copying.RunAsync(table, cancellationToken).ConfigureAwait(false);
        }

        if (await DifferenceAsync(tables, copying, cancellationToken).ConfigureAwait(false) is { } difference)
        {
            throw new HubDatabaseException($"The copy is not the same: {difference}. Nothing was changed; please report it.");
        }

        var report = await MoveReport.OfAsync(to, tables, cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(SqliteMarks.Moving(file), "", cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return Mark(report);
    }

    private async Task<bool> IsThereAlreadyAsync(
        TargetTables known, IReadOnlyList<MovedTable> tables, TableCopy copying, CancellationToken cancellationToken)
    {
        var filled = new List<string>();
        foreach (var table in tables.Where(table => table.Name != KeyMarks))
        {
            if (await known.CountAsync(table, cancellationToken).ConfigureAwait(false) > 0)
            {
                filled.Add(table.Name);
            }
        }

        var hubs = await known.HubsAsync(MoveReport.Mover, cancellationToken).ConfigureAwait(false);
        var others = hubs.Where(name => name != $"personal-data-hub {settings.Node.Name}").ToList();
        if (others.Count > 0)
        {
            throw new HubDatabaseException($"Hubs use the PostgreSQL database: {string.Join(", ", others)}. Stop them first. Nothing was changed.");
        }

        if (filled.Count > 0
            && !(File.Exists(SqliteMarks.Moving(file)) && await DifferenceAsync(tables, copying, cancellationToken).ConfigureAwait(false) is null))
        {
            throw new HubDatabaseException(
                $"The PostgreSQL database is not empty: {string.Join(", ", filled)} {(filled.Count == 1 ? "has" : "have")} rows. Name an empty database, or a schema of its own. Nothing was changed.");
        }

        return filled.Count > 0;
    }

    private static async Task<string?> DifferenceAsync(IReadOnlyList<MovedTable> tables, TableCopy copying, CancellationToken cancellationToken)
    {
        foreach (var table in tables)
        {
            // A file of an earlier version has no mark of its key yet; that it opens was checked when the target was prepared.
            if (table.Name != KeyMarks && await copying.DifferenceAsync(table, cancellationToken).ConfigureAwait(false) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private MoveReport Mark(MoveReport report)
    {
        File.WriteAllText(
            SqliteMarks.Moving(file),
            string.Create(CultureInfo.InvariantCulture, $"was moved to PostgreSQL on {clock.GetUtcNow():yyyy-MM-dd HH:mm} UTC."));
        File.Move(SqliteMarks.Moving(file), SqliteMarks.Moved(file));
        return report;
    }
}
