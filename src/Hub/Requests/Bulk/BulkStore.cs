using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Requests.Bulk;

/// <summary>
/// Stores bulk erasures person by person, so that nobody else waits for a long unit: one that is cut short can be gone on with,
/// and nothing of it can be approved before all of it is there.
/// </summary>
internal sealed class BulkStore(
    IDbContextFactory<HubDbContext> contexts,
    WriteGate gate,
    RequestFingerprint fingerprint,
    RequestFiling filing,
    AuditTrail audit,
    TimeProvider clock)
{
    private const int AtOnce = 32;

    /// <summary>What the client key of one person's request is.</summary>
    public static string MemberKey(Guid bulk, int position) => string.Create(CultureInfo.InvariantCulture, $"bulk:{bulk:N}:{position}");

    /// <summary>The bulk of a client key; null when there is none.</summary>
    /// <exception cref="RequestException">Something else was asked under the key.</exception>
    public async Task<BulkErasureRow?> FindAsync(BulkHeader header, byte[] print, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var row = await db.BulkErasures.AsNoTracking().SingleOrDefaultAsync(
            row => row.Register == header.Register && row.ClientRequestKey == header.ClientRequestKey, cancellationToken).ConfigureAwait(false);
        return row is null || row.ContentHash.AsSpan().SequenceEqual(print)
            ? row
            : throw new RequestException(
                [new(RequestMistakes.KeyReused, "Another bulk erasure was made under this clientRequestKey; take a new one.", "clientRequestKey")]);
    }

    /// <summary>The registrants of those requests that are stored already, by place.</summary>
    public async Task<IReadOnlyDictionary<int, Guid>> StoredAsync(BulkErasureRow bulk, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var stored = await db.Requests.Where(row => row.BulkKey == bulk.Key)
            .Select(row => new { row.ClientRequestKey, row.RegistrantId })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var prefix = MemberKey(bulk.Id, 0).Length - 1;
        return stored.ToDictionary(row => int.Parse(row.ClientRequestKey.AsSpan(prefix), CultureInfo.InvariantCulture), row => row.RegistrantId);
    }

    /// <summary>Stores the bulk itself, of which nothing can be approved yet.</summary>
    public async Task<BulkErasureRow> BeginAsync(
        Guid id, BulkHeader header, byte[] print, IReadOnlyList<SkippedRegistrant> skipped, Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            return await gate.WriteAsync(
                async (db, ct) =>
                {
                    var row = new BulkErasureRow
                    {
                        Id = id,
                        Register = header.Register,
                        ClientRequestKey = header.ClientRequestKey,
                        ContentHash = print,
                        Hash = "",
                        Persons = 0,
                        PerMinute = header.PerMinute,
                        Purpose = header.Purpose,
                        Skipped = JsonSerializer.Serialize(skipped, RequestJson.Default.IReadOnlyListSkippedRegistrant),
                        RequestedBy = caller.Name,
                        CreatedAt = clock.GetUtcNow(),
                    };
                    db.BulkErasures.Add(row);
                    await db.SaveChangesAsync(ct).ConfigureAwait(false);
                    return row;
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateException)
        {
            throw new RequestException(RequestMistakes.TooLate, "The same bulk erasure is being stored just now; ask for it again in a moment.");
        }
    }

    /// <summary>Stores the requests of people, each in a unit of its own.</summary>
    public Task FileAsync(
        Register register, BulkErasureRow bulk, IEnumerable<PlannedMember> members, ErasureContent content, Caller caller, CancellationToken cancellationToken)
    {
        // Whatever policy says of a single one: so many are looked at first.
        var approved = register with { Requests = register.Requests with { ApproveErasure = ApprovalRule.Required } };
        return Parallel.ForEachAsync(
            members,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (member, ct) =>
            {
                var asked = new NewRequest
                {
                    Register = approved,
                    Header = member.Header,
                    Content = content,
                    Fingerprint = fingerprint.Of(member.Header, content),
                    Planned = member.Planned,
                    RequestedBy = caller.Name,
                    RequestedRole = caller.Role,
                    BulkKey = bulk.Key,
                };
                await gate.WriteAsync((db, unit) => filing.FileAsync(db, asked, unit), ct).ConfigureAwait(false);
            });
    }

    /// <summary>Everybody's request is there: from now on it can be approved.</summary>
    public Task CompleteAsync(BulkErasureRow bulk, Caller caller, CancellationToken cancellationToken) => gate.WriteAsync(
        async (db, ct) =>
        {
            var row = await db.BulkErasures.SingleAsync(row => row.Key == bulk.Key, ct).ConfigureAwait(false);
            var hashes = await WaitingIn(db, row).Select(request => request.PlanHash).ToListAsync(ct).ConfigureAwait(false);
            (row.Hash, row.Persons) = (BulkHash.Of(hashes), hashes.Count);
            await audit.RecordAsync(db, IntentOf(row, "requestErasures", caller), new AuditOutcome { Outcome = "awaitingApproval", Records = hashes.Count }, ct)
                .ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>The requests that an approval starts.</summary>
    public static IQueryable<RequestRow> WaitingIn(HubDbContext db, BulkErasureRow bulk) => db.Requests
        .Where(row => row.BulkKey == bulk.Key && row.Status == RequestStatus.AwaitingApproval && row.EndedAt == null)
        .OrderBy(row => row.ClientRequestKey);

    /// <summary>How what is done with the whole stands in the audit trail.</summary>
    public static AuditIntent IntentOf(BulkErasureRow bulk, string operation, Caller caller) => new()
    {
        Actor = caller.Name,
        Role = caller.Role,
        Register = bulk.Register,
        Purpose = bulk.Purpose,
        Operation = operation,
        RequestId = bulk.Id.ToString(),
    };
}
