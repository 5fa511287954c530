using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence;

/// <summary>The hub's database: checked, brought up to date, and held to its master key.</summary>
public sealed partial class HubDatabase
{
    /// <summary>The name of a SQLite database's file.</summary>
    public const string FileName = "hub.db";

    private readonly IDatabaseEngine engine;
    private readonly DataDirectoryLock owner;
    private readonly MasterKey master;
    private readonly PersonKeys keys;
    private readonly IDbContextFactory<HubDbContext> contexts;
    private readonly ILogger<HubDatabase> log;

    internal HubDatabase(
        IDatabaseEngine engine,
        DataDirectoryLock owner,
        MasterKey master,
        PersonKeys keys,
        IDbContextFactory<HubDbContext> contexts,
        ILogger<HubDatabase> log) =>
        (this.engine, this.owner, this.master, this.keys, this.contexts, this.log) = (engine, owner, master, keys, contexts, log);

    /// <summary>Whether several nodes may share the database.</summary>
    public bool IsShared => engine.IsShared;

    /// <summary>The SQLite file of a data directory.</summary>
    public static string PathIn(string dataDirectory) => Path.Combine(Path.GetFullPath(dataDirectory), FileName);

    /// <summary>
    /// Checks the database and applies the migrations that it lacks, one node at a time. Done once, before the first request.
    /// </summary>
    /// <exception cref="HubDatabaseException">The database cannot be used; nothing was changed.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var alone = await engine.PrepareAloneAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var version = await engine.MigrateAsync(db, cancellationToken);
        await RefuseForeignKeyAsync(db, cancellationToken);
        LogReady(log, engine.Place, version, owner.Directory);
    }

    /// <summary>Takes work that one node does at a time, until disposed or until its process ends; null while another node has it.</summary>
    /// <param name="work">Names it; no personal data.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    internal Task<IAsyncDisposable?> TryTakeAsync(string work, CancellationToken cancellationToken) => engine.TryTakeAsync(work, cancellationToken);

    /// <summary>Whether the database answers, within two seconds.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await db.Database.SqlQueryRaw<int>("SELECT 1 AS \"Value\"").SingleAsync(cancellationToken)
                .WaitAsync(TimeSpan.FromSeconds(2), cancellationToken) == 1;
        }
        catch (Exception cause) when (cause is TimeoutException || StorageFailures.IsUnavailable(cause))
        {
            return false;
        }
    }

    // The first node leaves a mark of its key, and every later start is held to it: two nodes with keys of their own would
    // encrypt what the other cannot read.
    private async Task RefuseForeignKeyAsync(HubDbContext db, CancellationToken cancellationToken)
    {
        var mark = master.SubKey("master-key-mark/1");
        var stored = await db.KeyMarks.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (stored is null)
        {
            await RefuseForeignSampleAsync(db, cancellationToken);
            db.KeyMarks.Add(new KeyMarkRow { Key = 1, Mark = mark });
            await db.SaveChangesAsync(cancellationToken);
        }
        else if (!CryptographicOperations.FixedTimeEquals(stored.Mark, mark))
        {
            throw Foreign(null);
        }
    }

    // What an earlier version left has no mark yet.
    private async Task RefuseForeignSampleAsync(HubDbContext db, CancellationToken cancellationToken)
    {
        var sample = await (from stored in db.PersonKeys
                            join registrant in db.Registrants on stored.RegistrantKey equals registrant.Key
                            orderby stored.RegistrantKey
                            select new { registrant.Id, stored.Wrapped }).FirstOrDefaultAsync(cancellationToken);
        try
        {
            using var opened = sample is null ? null : keys.Unwrap(sample.Id, sample.Wrapped);
        }
        catch (CiphertextRefusedException cause)
        {
            throw Foreign(cause);
        }
    }

    private HubDatabaseException Foreign(Exception? cause)
    {
        var message =
            $"The master key is not the one that the database {engine.Place} was encrypted under. Put that key back from its "
            + "backup, or name its place in Hub:MasterKeyFile"
            + (engine.IsShared ? ": it is the same at every node." : ".");
        return cause is null ? new(message) : new(message, cause);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Database {Place} is ready; {Version}; data directory {Directory}")]
    private static partial void LogReady(ILogger log, string place, string version, string directory);
}
