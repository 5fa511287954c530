using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Ledger;

namespace PersonalDataHub.Hub.Requests.Ledger;

/// <summary>What the erasure ledger and the database each know that the other does not.</summary>
/// <param name="Newer">Erasures that the database does not know, in their order: it was restored from a backup.</param>
/// <param name="Lacking">Erasures that the ledger does not know: it is missing, or older than the database.</param>
internal sealed record LedgerComparison(IReadOnlyList<LedgerEntry> Newer, IReadOnlyList<LedgerEntry> Lacking)
{
    /// <exception cref="HubDatabaseException">The ledger cannot be read.</exception>
    public static async Task<LedgerComparison> OfAsync(HubDbContext db, ErasureLedger ledger, CancellationToken cancellationToken)
    {
        // The database first: another node writes an entry into the ledger before it commits it.
        var known = await db.Erasures.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.At, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);
        var (newer, told) = (new Dictionary<string, LedgerEntry>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var entry in ledger.Read())
        {
            if (known.ContainsKey(entry.Id))
            {
                told.Add(entry.Id);
            }
            else
            {
                newer[entry.Id] = entry;
            }
        }

        return new(
            [.. newer.Values.OrderBy(entry => entry.At).ThenBy(entry => entry.Id, StringComparer.Ordinal)],
            [.. known.Where(one => !told.Contains(one.Key)).Select(one => new LedgerEntry(one.Key, one.Value, ""))]);
    }
}
