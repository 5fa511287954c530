using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Shows requests: one, many in the order of their due dates, or one as it goes on.</summary>
public sealed class RequestReader
{
    private const string CursorUse = "request-cursor";
    private const int CursorLength = sizeof(int) + sizeof(long);

    // A net: what changes is told at once, here and by other nodes.
    private static readonly TimeSpan pollEvery = TimeSpan.FromSeconds(5);

    private readonly CatalogHolder catalogs;
    private readonly IDbContextFactory<HubDbContext> contexts;
    private readonly RequestViews views;
    private readonly RequestSubjects subjects;
    private readonly RequestChanges changes;
    private readonly OpaqueIds ids;
    private readonly AuditTrail audit;
    private readonly TimeProvider clock;

    internal RequestReader(
        CatalogHolder catalogs,
        IDbContextFactory<HubDbContext> contexts,
        RequestViews views,
        RequestSubjects subjects,
        RequestChanges changes,
        OpaqueIds ids,
        AuditTrail audit,
        TimeProvider clock)
    {
        (this.catalogs, this.contexts, this.views, this.subjects) = (catalogs, contexts, views, subjects);
        (this.changes, this.ids, this.audit, this.clock) = (changes, ids, audit, clock);
    }

    /// <summary>One request; null when there is none that the caller may see. The reading is audited.</summary>
    /// <exception cref="RequestException">The caller's role has nothing to do with people.</exception>
    /// <exception cref="AuditUnavailableException">The audit trail cannot be written, so nothing is answered.</exception>
    public async Task<DataSubjectRequest?> FindAsync(Guid id, Caller caller, CancellationToken cancellationToken)
    {
        if (await RowAsync(id, caller, cancellationToken).ConfigureAwait(false) is not { } row)
        {
            return null;
        }

        var scope = await audit.BeginAsync(RequestAudit.IntentOf(audit, row, "readRequest", caller), cancellationToken).ConfigureAwait(false);
        var found = await views.OfAsync(row, cancellationToken).ConfigureAwait(false);
        await scope.CompleteAsync(new AuditOutcome { Outcome = "answered", Records = 1 }, cancellationToken).ConfigureAwait(false);
        return found;
    }

    /// <summary>A page of a register's requests. The reading is audited.</summary>
    /// <param name="listing">Which.</param>
    /// <param name="purpose">The purpose of reading; one of the register's.</param>
    /// <param name="caller">Who reads.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RequestException">The listing cannot be made as asked.</exception>
    /// <exception cref="RegistrantQueryException">The person's key is malformed.</exception>
    /// <exception cref="AuditUnavailableException">The audit trail cannot be written, so nothing is answered.</exception>
    public async Task<RequestPage> ListAsync(RequestListing listing, string purpose, Caller caller, CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        var register = RequestAccess.RegisterOf(lease.Catalog, listing.Register, caller);
        var (dueOn, key) = Check(listing, register, purpose);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var wanted = await WantedAsync(db, lease.Catalog, register, listing, cancellationToken).ConfigureAwait(false);
        var scope = await audit.BeginAsync(
            new AuditIntent { Actor = caller.Name, Role = caller.Role, Register = register.Id, Purpose = purpose, Operation = "listRequests" },
            cancellationToken).ConfigureAwait(false);
        var rows = await wanted
            .Where(row => row.DueOn > dueOn || (row.DueOn == dueOn && row.Key > key))
            .OrderBy(row => row.DueOn).ThenBy(row => row.Key)
            .Take(listing.First + 1)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var page = await views.OfAllAsync(db, [.. rows.Take(listing.First)], cancellationToken).ConfigureAwait(false);
        await scope.CompleteAsync(
            new AuditOutcome
            {
                Outcome = page.Count == 0 ? "nothingFound" : "answered",
                RegistrantToken = listing.Of is not null && page.Count > 0 ? audit.TokenOf(register.Id, page[0].RegistrantId) : null,
                Records = page.Count,
            },
            cancellationToken).ConfigureAwait(false);
        return new(page, rows.Count > listing.First, page.Count == 0 ? null : CursorOf(rows[page.Count - 1]));
    }

    /// <summary>
    /// A request as it stands now and again after each change, until it has ended, at whichever node it changes.
    /// </summary>
    /// <exception cref="RequestException">There is no such request that the caller may see.</exception>
    public async IAsyncEnumerable<DataSubjectRequest> WatchAsync(
        Guid id, Caller caller, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var current = await FindAsync(id, caller, cancellationToken).ConfigureAwait(false)
            ?? throw new RequestException(RequestMistakes.UnknownRequest, "There is no request of this id that you may see.");
        string? told = null;
        while (true)
        {
            // Asked for before reading, so that no change falls between the two.
            var changed = changes.NextAsync(id);
            var row = await RowAsync(id, caller, cancellationToken).ConfigureAwait(false);
            current = row is null ? current : await views.OfAsync(row, cancellationToken).ConfigureAwait(false);
            var state = StateOf(current);
            if (state != told)
            {
                told = state;
                yield return current;
            }

            if (row is null || current.EndedAt is not null)
            {
                yield break;
            }

            await WaitAsync(changed, cancellationToken).ConfigureAwait(false);
        }
    }

    // Records compare their lists by reference; what is shown compares by its text.
    private static string StateOf(DataSubjectRequest request) => string.Join('|', request.Tasks
        .SelectMany(task => task.Items.Select(item => $"{item.Outcome}{item.OutcomeAt:O}")
            .Prepend($"{task.Id:N}{task.State}{task.WaitingCause}{task.WaitingUntil:O}{task.Behind}{task.Attempt}{task.Failure}{task.Instruction}"))
        .Prepend($"{request.Status}{request.Plan.Hash}{request.DueOn:O}{request.ApprovedAt:O}{request.EndedAt:O}{request.Reason}"));

    private async Task WaitAsync(Task changed, CancellationToken cancellationToken)
    {
        using var poll = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(changed, Task.Delay(pollEvery, clock, poll.Token)).ConfigureAwait(false);
        await poll.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task<RequestRow?> RowAsync(Guid id, Caller caller, CancellationToken cancellationToken)
    {
        RequestAccess.RefuseIntegrators(caller);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var row = await db.Requests.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false);
        return row is not null && caller.CanSee(row.Register) ? row : null;
    }

    private async Task<IQueryable<RequestRow>> WantedAsync(
        HubDbContext db, ConnectorCatalog catalog, Register register, RequestListing listing, CancellationToken cancellationToken)
    {
        var wanted = db.Requests.AsNoTracking().Where(row => row.Register == register.Id);
        if (listing.Statuses.Count > 0)
        {
            var statuses = listing.Statuses.Distinct().ToList();
            wanted = wanted.Where(row => statuses.Contains(row.Status));
        }

        if (listing.Bulk is { } bulk)
        {
            wanted = wanted.Where(row => db.BulkErasures.Any(one => one.Key == row.BulkKey && one.Id == bulk));
        }

        if (listing.Of is { } of)
        {
            var (registrants, blinds) = await subjects.FindAsync(catalog, register, of, cancellationToken).ConfigureAwait(false);
            wanted = wanted.Where(row => registrants.Contains(row.RegistrantId)
                || db.RequestSubjects.Any(subject => subject.RequestKey == row.Key && blinds.Contains(subject.Blind)));
        }

        return wanted;
    }

    private (DateOnly DueOn, long Key) Check(RequestListing listing, Register register, string purpose)
    {
        var mistakes = new List<RequestMistake>();
        if (register.FindPurpose(purpose) is null)
        {
            mistakes.Add(new(RequestMistakes.UnknownPurpose, $"The register '{register.Id}' has no such purpose.", "purpose"));
        }

        if (listing.First is < 1 or > RequestListing.MaximumPage)
        {
            mistakes.Add(new(RequestMistakes.Malformed, $"'first' is from 1 to {RequestListing.MaximumPage}.", "first"));
        }

        var place = (DateOnly.MinValue, 0L);
        if (listing.After is { } after)
        {
            if (ids.TryOpen(CursorUse, after, out var bytes) && bytes.Length == CursorLength)
            {
                place = (DateOnly.FromDayNumber(BinaryPrimitives.ReadInt32BigEndian(bytes)), BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(sizeof(int))));
            }
            else
            {
                mistakes.Add(new(RequestMistakes.Malformed, "'after' is no cursor of a list of requests.", "after"));
            }
        }

        return mistakes.Count == 0 ? place : throw new RequestException(mistakes);
    }

    private string CursorOf(RequestRow row)
    {
        Span<byte> bytes = stackalloc byte[CursorLength];
        BinaryPrimitives.WriteInt32BigEndian(bytes, row.DueOn.DayNumber);
        BinaryPrimitives.WriteInt64BigEndian(bytes[sizeof(int)..], row.Key);
        return ids.Seal(CursorUse, bytes);
    }
}
