using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Ledger;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Requests.Ledger;

/// <summary>
/// Does again what was erased after the backup was taken from which the database was restored: keys and rows go, what comes back
/// is recognised, and the sources are asked anew.
/// </summary>
internal sealed partial class ErasureReplay(
    IDbContextFactory<HubDbContext> contexts,
    WriteGate gate,
    ErasureLedger ledger,
    LedgerSettings settings,
    ErasedPersons persons,
    IRegistrantForgetting forgetting,
    ErasureReopening reopening,
    AuditTrail audit,
    ILogger<ErasureReplay> log)
{
    private const string Operation = "replayErasure";

    /// <summary>Compares the ledger with the database and does again what the database does not know.</summary>
    /// <returns>How many erasures were done again.</returns>
    /// <exception cref="HubDatabaseException">The ledger is missing, older than the database, or not as it was written.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!settings.Replay)
        {
            return 0;
        }

        var comparison = await CompareAsync(cancellationToken).ConfigureAwait(false);
        if (comparison.Lacking is { Count: > 0 } lacking)
        {
            throw new HubDatabaseException(string.Create(
                CultureInfo.InvariantCulture,
                $"The erasure ledger in {ledger.Directory} lacks {lacking.Count} of the erasures that the database knows, the latest of {lacking.Max(one => one.At):yyyy-MM-dd HH:mm} UTC: it is missing, older than the database, or that of another hub. Without it nobody could tell whom a restored backup brings back. Put it back from where a copy is kept, or name its folder, the same for every node, in {LedgerSettings.DirectoryKey}. If it is lost for good, and the database was not restored from a backup, write it anew from the database: restore --rebuild-ledger. Nothing was changed."));
        }

        var again = 0;
        foreach (var entry in comparison.Newer)
        {
            again += await gate.WriteAsync((db, ct) => AgainAsync(db, entry, ct), cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        if (again > 0)
        {
            LogAgain(log, again);
        }

        return again;
    }

    /// <summary>Writes into the ledger what only the database knows. For a ledger that is lost, beside a database that is not.</summary>
    /// <returns>How many entries were written.</returns>
    public async Task<int> RebuildAsync(CancellationToken cancellationToken)
    {
        var lacking = (await CompareAsync(cancellationToken).ConfigureAwait(false)).Lacking.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = await db.Erasures.AsNoTracking().OrderBy(row => row.At).ToListAsync(cancellationToken).ConfigureAwait(false);
        ledger.Append([.. rows.Where(row => lacking.Contains(row.Id)).Select(row => new LedgerEntry(row.Id, row.At, row.Content))]);
        return lacking.Count;
    }

    private async Task<LedgerComparison> CompareAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await LedgerComparison.OfAsync(db, ledger, cancellationToken).ConfigureAwait(false);
    }

    // All of one erasure or nothing of it, so that a start that was cut short goes on at the next.
    private async Task<bool> AgainAsync(HubDbContext db, LedgerEntry entry, CancellationToken cancellationToken)
    {
        if (await db.Erasures.AnyAsync(row => row.Id == entry.Id, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        var receipt = ErasureBook.ReceiptOf(entry);
        db.Erasures.Add(ErasureBook.RowOf(entry, receipt.RequestId));
        await MarkAsync(db, receipt, cancellationToken).ConfigureAwait(false);

        // By what the sources know them is read before it is gone.
        var found = await persons.FindAsync(db, receipt.Register, receipt.RegistrantId, receipt.Subjects, cancellationToken).ConfigureAwait(false);
        var outcome = await reopening.ReopenAsync(db, receipt, found, cancellationToken).ConfigureAwait(false);
        if (receipt.Forgotten)
        {
            foreach (var person in found)
            {
                await forgetting.ForgetAsync(db, receipt.Register, person.Id, receipt.StillHolding.ToHashSet(StringComparer.Ordinal), cancellationToken).ConfigureAwait(false);
            }
        }

        await audit.RecordAsync(db, IntentOf(receipt), new AuditOutcome { Outcome = outcome, Records = found.Count }, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static async Task MarkAsync(HubDbContext db, ErasureReceipt receipt, CancellationToken cancellationToken)
    {
        var marked = await db.Tombstones.Where(row => row.RequestId == receipt.RequestId).Select(row => row.Source).Distinct()
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        db.Tombstones.AddRange(
            from source in receipt.Erased.Except(marked)
            from blind in receipt.Subjects
            select new TombstoneRow
            {
                Register = receipt.Register,
                Blind = blind,
                Source = source,
                RequestId = receipt.RequestId,
                ErasedAt = receipt.EndedAt,
            });
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    private AuditIntent IntentOf(ErasureReceipt receipt) => new()
    {
        Actor = FulfillmentAudit.Hub,
        Role = FulfillmentAudit.Hub,
        Register = receipt.Register,
        Purpose = receipt.Purpose,
        Operation = Operation,
        RegistrantToken = audit.TokenOf(receipt.Register, receipt.RegistrantId),
        RequestId = receipt.RequestId.ToString(),
        Sources = receipt.Erased,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not know {Count} erasures of the ledger: it was restored from a backup. They were done again before anybody is answered.")]
    private static partial void LogAgain(ILogger log, int count);
}
