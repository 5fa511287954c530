using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Ledger;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Requests.Ledger;

/// <summary>Enters erasures that end in the database and in the ledger outside it.</summary>
internal static class ErasureBook
{
    /// <summary>Enters one within a unit of the write gate, which writes the ledger before it commits.</summary>
    public static async Task EnterAsync(HubDbContext db, ErasureReceipt receipt, CancellationToken cancellationToken)
    {
        // A request that goes on after a blocker was lifted ends again.
        var endings = await db.Erasures.CountAsync(row => row.RequestId == receipt.RequestId, cancellationToken).ConfigureAwait(false);
        var entry = new LedgerEntry(
            $"{receipt.RequestId:N}-{endings}", receipt.EndedAt, JsonSerializer.Serialize(receipt, LedgerJson.Default.ErasureReceipt));
        db.Erasures.Add(RowOf(entry, receipt.RequestId));
        db.LedgerEntries.Add(entry);
    }

    /// <summary>An entry as the database knows it.</summary>
    public static ErasureRow RowOf(LedgerEntry entry, Guid requestId) =>
        new() { Id = entry.Id, RequestId = requestId, At = entry.At, Content = entry.Content };

    /// <summary>What an entry tells.</summary>
    public static ErasureReceipt ReceiptOf(LedgerEntry entry) =>
        JsonSerializer.Deserialize(entry.Content, LedgerJson.Default.ErasureReceipt)!;
}
