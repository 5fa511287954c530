using System.Buffers.Binary;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Shows the tasks that were given up, each with its cause and history, the longest given up first.</summary>
public sealed class DeadLetters
{
    /// <summary>The most dead letters of a page.</summary>
    public const int MaximumPage = 100;

    private const string CursorUse = "dead-letter-cursor";

    private readonly CatalogHolder catalogs;
    private readonly IDbContextFactory<HubDbContext> contexts;
    private readonly RequestViews views;
    private readonly OpaqueIds ids;
    private readonly AuditTrail audit;

    internal DeadLetters(CatalogHolder catalogs, IDbContextFactory<HubDbContext> contexts, RequestViews views, OpaqueIds ids, AuditTrail audit) =>
        (this.catalogs, this.contexts, this.views, this.ids, this.audit) = (catalogs, contexts, views, ids, audit);

    /// <summary>A page of a register's dead letters. The reading is audited.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="first">How many: 1 to 100.</param>
    /// <param name="after">The cursor of the page before; null for the first.</param>
    /// <param name="purpose">The purpose of reading; one of the register's.</param>
    /// <param name="caller">Who reads.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RequestException">The listing cannot be made as asked.</exception>
    /// <exception cref="AuditUnavailableException">The audit trail cannot be written, so nothing is answered.</exception>
    public async Task<DeadLetterPage> ListAsync(
        string register, int first, string? after, string purpose, Caller caller, CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        var found = RequestAccess.RegisterOf(lease.Catalog, register, caller);
        if (found.FindPurpose(purpose) is null)
        {
            throw new RequestException([new(RequestMistakes.UnknownPurpose, $"The register '{register}' has no such purpose.", "purpose")]);
        }

        var (at, key) = PlaceOf(first, after);
        var scope = await audit.BeginAsync(
            new AuditIntent { Actor = caller.Name, Role = caller.Role, Register = register, Purpose = purpose, Operation = "listDeadLetters" },
            cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Tasks.AsNoTracking()
            .Where(task => task.Register == register && task.State == TaskState.DeadLetter && (task.DeadAt > at || (task.DeadAt == at && task.Key > key)))
            .OrderBy(task => task.DeadAt).ThenBy(task => task.Key).Take(first + 1)
            .ToListAsync(cancellationToken);
        var page = await ShownAsync(db, [.. rows.Take(first)], cancellationToken);
        await scope.CompleteAsync(
            new AuditOutcome { Outcome = page.Count == 0 ? "nothingFound" : "answered", Records = page.Count }, cancellationToken);
        return new(page, rows.Count > first, page.Count == 0 ? null : CursorOf(rows[page.Count - 1]));
    }

    private async Task<IReadOnlyList<DeadLetter>> ShownAsync(HubDbContext db, IReadOnlyList<TaskRow> rows, CancellationToken cancellationToken)
    {
        var keys = rows.Select(row => row.RequestKey).Distinct().ToList();
        var requests = await db.Requests.AsNoTracking().Where(request => keys.Contains(request.Key)).ToDictionaryAsync(request => request.Key, cancellationToken);
        var shown = (await views.OfAllAsync(db, [.. requests.Values], cancellationToken)).SelectMany(request => request.Tasks).ToDictionary(task => task.Id);
        var letters = new List<DeadLetter>();
        foreach (var row in rows)
        {
            var request = requests[row.RequestKey];
            letters.Add(new()
            {
                Request = request.Id,
                Kind = request.Kind,
                DueOn = request.DueOn,
                Task = shown[row.Id],
                Since = row.DeadAt!.Value,
                History = await HistoryAsync(db, request.Id, row.Source, cancellationToken),
            });
        }

        return letters;
    }

    private static async Task<IReadOnlyList<TaskEvent>> HistoryAsync(HubDbContext db, Guid request, string source, CancellationToken cancellationToken)
    {
        var id = request.ToString();
        var entries = await db.Audit.AsNoTracking().Where(row => row.RequestId == id && row.Outcome != null).OrderBy(row => row.Sequence)
            .ToListAsync(cancellationToken);
        return
        [
            .. from entry in entries
               from own in JsonSerializer.Deserialize(entry.Sources, AuditJson.Default.IReadOnlyListAuditedSource)!
               where own.Source == source && own.Status.Length > 0
               select new TaskEvent(entry.At, entry.Actor, entry.Operation, entry.Outcome!, own.Status),
        ];
    }

    private (DateTimeOffset At, long Key) PlaceOf(int first, string? after)
    {
        if (first is < 1 or > MaximumPage)
        {
            throw new RequestException([new(RequestMistakes.Malformed, $"'first' is from 1 to {MaximumPage}.", "first")]);
        }

        return after is null ? (DateTimeOffset.MinValue, 0)
            : ids.TryOpen(CursorUse, after, out var bytes) && bytes.Length == 2 * sizeof(long)
                ? (new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(bytes), TimeSpan.Zero), BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(sizeof(long))))
                : throw new RequestException([new(RequestMistakes.Malformed, "'after' is no cursor of a list of dead letters.", "after")]);
    }

    private string CursorOf(TaskRow row)
    {
        Span<byte> bytes = stackalloc byte[2 * sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, row.DeadAt!.Value.UtcTicks);
        BinaryPrimitives.WriteInt64BigEndian(bytes[sizeof(long)..], row.Key);
        return ids.Seal(CursorUse, bytes);
    }
}
