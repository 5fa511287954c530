using System.CommandLine;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Moving;

namespace PersonalDataHub.Hub.Commands.Storage;

/// <summary>Moves a hub from SQLite to PostgreSQL while it is stopped.</summary>
internal static class MoveCommand
{
    public static Command Create()
    {
        var command = new Command("move", "Moves the SQLite database of a stopped hub to the PostgreSQL database of its settings, all of it or nothing.");
        StorageCommand.RunAlone(command, MoveAsync);
        return command;
    }

    private static async Task MoveAsync(WebApplication hub, ParseResult parsed, CancellationToken cancellationToken)
    {
        var report = await ActivatorUtilities.CreateInstance<SqliteMove>(hub.Services).RunAsync(cancellationToken).ConfigureAwait(false);
        var chain = await hub.Services.GetRequiredService<AuditTrail>().VerifyAsync(null, cancellationToken).ConfigureAwait(false);
        if (chain.BrokenAt is { } broken)
        {
            throw new HubDatabaseException($"Everything was moved as it was, but the audit trail was broken before: at entry {broken}. Examine the old file, and keep it.");
        }

        foreach (var (table, rows) in report.Rows.OrderBy(table => table.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"{table,-24} {rows,12}");
        }

        Console.WriteLine($"Open tasks: {report.OpenTasks}. Audit entries: {chain.Entries}, the chain holds, the last {report.AuditHead ?? "none"}.");
        Console.WriteLine("Every row was compared. The old file is as it was, and a hub that is started on it is refused. Start the hub with these settings.");
    }
}
