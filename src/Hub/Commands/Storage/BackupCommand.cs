using System.CommandLine;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Ledger;
using PersonalDataHub.Hub.Persistence.Sqlite;

namespace PersonalDataHub.Hub.Commands.Storage;

/// <summary>Writes a copy of the hub's database, also while the hub runs.</summary>
internal static class BackupCommand
{
    private static readonly Argument<string> File = new("file") { Description = "Where to; it must not exist." };

    public static Command Create()
    {
        var command = new Command("backup", "Copies the hub's database as it is at one moment, also while the hub runs.") { File };
        StorageCommand.RunBeside(command, WriteAsync);
        return command;
    }

    private static async Task WriteAsync(IConfiguration configuration, string dataDirectory, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (DatabaseSettings.Read(configuration).Provider != DatabaseProvider.Sqlite)
        {
            throw new HubDatabaseException(
                "The database is PostgreSQL, which makes its own backups: pg_dump --format=custom --no-owner --file FILE DATABASE. See docs/operating.md.");
        }

        var file = Path.GetFullPath(parsed.GetRequiredValue(File));
        var contents = await SqliteBackup.WriteAsync(HubDatabase.PathIn(dataDirectory), file, cancellationToken).ConfigureAwait(false);
        Console.WriteLine($"{file}: {contents.Requests} requests, {contents.AuditEntries} audit entries, the last {contents.AuditHead ?? "none"}.");
        Console.WriteLine("The master key is not in it; keep that apart from it. Nor is the erasure ledger, which has to be newer than any backup:");
        Console.WriteLine($"keep copies of {LedgerSettings.Read(configuration, dataDirectory).Directory} on another disk.");
    }
}
