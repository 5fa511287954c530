using System.CommandLine;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Sqlite;
using PersonalDataHub.Hub.Requests.Ledger;

namespace PersonalDataHub.Hub.Commands.Storage;

/// <summary>Puts a backup in the place of the hub's database, and does again what was erased since.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<string?> File = new("file")
    {
        Description = "The backup. Without it only the second half is done: erasures that the restored database does not know are done again.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> Rebuild = new("--rebuild-ledger")
    {
        Description = "Writes the erasure ledger anew from a database that was not restored, because the ledger is lost for good.",
    };

    public static Command Create()
    {
        var command = new Command("restore", "Restores a backup of the hub's database and erases again who was erased since it was taken.") { File, Rebuild };
        StorageCommand.RunAlone(command, RestoreAsync);
        return command;
    }

    private static async Task RestoreAsync(WebApplication hub, ParseResult parsed, CancellationToken cancellationToken)
    {
        // Owning the data directory is what tells that no hub runs on it.
        var directory = hub.Services.GetRequiredService<DataDirectoryLock>().Directory;
        if (parsed.GetValue(File) is not { } file)
        {
            await PrepareAsync(hub, cancellationToken).ConfigureAwait(false);
        }
        else if (hub.Services.GetRequiredService<DatabaseSettings>().Provider == DatabaseProvider.Sqlite)
        {
            var replaced = await SqliteRestore.RunAsync(
                Path.GetFullPath(file),
                HubDatabase.PathIn(directory),
                hub.Services.GetRequiredService<TimeProvider>().GetUtcNow(),
                () => PrepareAsync(hub, cancellationToken)).ConfigureAwait(false);
            Console.WriteLine(replaced is null ? "Restored." : $"Restored. What stood there before is kept as {replaced}; delete it when you do not need it any more.");
        }
        else
        {
            throw new HubDatabaseException(
                "The database is PostgreSQL: restore it with pg_restore into an empty database, and then run restore without a file. See docs/operating.md.");
        }

        var replay = hub.Services.GetRequiredService<ErasureReplay>();
        if (parsed.GetValue(Rebuild))
        {
            Console.WriteLine($"{await replay.RebuildAsync(cancellationToken).ConfigureAwait(false)} erasures were written into the ledger.");
        }

        var again = await replay.RunAsync(cancellationToken).ConfigureAwait(false);
        Console.WriteLine(again == 0
            ? "The database knows every erasure of the ledger."
            : $"{again} erasures that the backup did not know were done again; at the next start their sources are asked whether they hold the data again.");
    }

    private static Task PrepareAsync(WebApplication hub, CancellationToken cancellationToken) =>
        hub.Services.GetRequiredService<HubDatabase>().PrepareAsync(cancellationToken);
}
