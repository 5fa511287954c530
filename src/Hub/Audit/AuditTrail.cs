using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Audit;

/// <summary>Who did or saw what, when, for which purpose (GDPR Art. 5(2), 30). Append-only, each entry tied to all before it.</summary>
public sealed partial class AuditTrail(
    WriteGate gate,
    IDbContextFactory<HubDbContext> contexts,
    MasterKey master,
    INoticesInForce notices,
    TimeProvider clock,
    ILogger<AuditTrail> log)
{
    private const int TokenLength = 16;
    private readonly byte[] tokenKey = master.SubKey("audit-registrant-token/1");

    private static readonly KeptQuery<Func<HubDbContext, Task<AuditRow?>>> last =
        new(() => EF.CompileAsyncQuery((HubDbContext db) => db.Audit.AsNoTracking().OrderByDescending(row => row.Sequence).FirstOrDefault()));

    /// <summary>What stands for a registrant in the trail: tells nothing without the hub's key and its table of registrants.</summary>
    public string TokenOf(string register, Guid registrantId)
    {
        byte[] content = [.. Encoding.UTF8.GetBytes(register), 0, .. registrantId.ToByteArray(bigEndian: true)];
        return Base64Url.EncodeToString(HMACSHA256.HashData(tokenKey, content).AsSpan(0, TokenLength));
    }

    /// <summary>Writes what is about to be done. Durable when this returns; before that nothing may be answered.</summary>
    /// <exception cref="AuditUnavailableException">It cannot be written: there must be no answer.</exception>
    /// <exception cref="StorageUnavailableException">The hub's database is gone: there must be no answer.</exception>
    public async Task<AuditScope> BeginAsync(AuditIntent intent, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();
        await WriteAsync(id, null, intent, null, cancellationToken);
        return new AuditScope(this, intent, id);
    }

    /// <summary>
    /// Adds an entry within a unit of the write gate, so that a change and its entry are committed together or not at all.
    /// </summary>
    public Task<Guid> RecordAsync(HubDbContext db, AuditIntent intent, AuditOutcome outcome, CancellationToken cancellationToken) =>
        AppendAsync(db, Guid.NewGuid(), null, intent, outcome, cancellationToken);

    /// <summary>The end of the chain now; null while it is empty. To be kept outside the hub.</summary>
    public async Task<AuditHead?> HeadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await last.For(db)(db) is { } row ? HeadOf(row) : null;
    }

    /// <summary>Walks the whole chain.</summary>
    /// <param name="anchor">An earlier <see cref="HeadAsync"/>: the chain must still hold it. Null checks the chain alone.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public async Task<AuditVerification> VerifyAsync(AuditHead? anchor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var previous = AuditChain.Start;
        AuditHead? head = null;
        var entries = 0L;
        await foreach (var row in db.Audit.AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            entries++;
            if (!AuditChain.Fits(row, entries, previous) || (anchor?.Sequence == entries && HeadOf(row) != anchor))
            {
                return new AuditVerification(entries, entries, head);
            }

            previous = row.Hash;
            head = HeadOf(row);
        }

        return new AuditVerification(entries, anchor?.Sequence > entries ? entries + 1 : null, head);
    }

    /// <summary>The entries in their order. Who reads them is to be audited too.</summary>
    /// <param name="registrantToken">Only those about this registrant; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<AuditEntry> ReadAsync(
        string? registrantToken, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = db.Audit.AsNoTracking()
            .Where(row => registrantToken == null || row.RegistrantToken == registrantToken)
            .OrderBy(row => row.Sequence);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return EntryOf(row);
        }
    }

    internal Task CloseAsync(Guid intentId, AuditIntent intent, AuditOutcome outcome, CancellationToken cancellationToken) =>
        WriteAsync(Guid.NewGuid(), intentId, intent, outcome, cancellationToken);

    private static AuditHead HeadOf(AuditRow row) => new(row.Sequence, Convert.ToHexStringLower(row.Hash));

    private static AuditEntry EntryOf(AuditRow row)
    {
        var sources = JsonSerializer.Deserialize(row.Sources, AuditJson.Default.IReadOnlyListAuditedSource)!;
        return new AuditEntry
        {
            Sequence = row.Sequence,
            Id = row.Id,
            IntentId = row.IntentId,
            At = row.At,
            Under = row.PackVersion is { } version ? new(version, row.Notice) : null,
            Intent = new AuditIntent
            {
                Actor = row.Actor,
                Role = row.Role,
                Register = row.Register,
                Purpose = row.Purpose,
                Operation = row.Operation,
                RegistrantToken = row.RegistrantToken,
                RequestId = row.RequestId,
                Sources = [.. sources.Select(source => source.Source)],
                Fields = JsonSerializer.Deserialize(row.Fields, AuditJson.Default.IReadOnlyListString)!,
            },
            Outcome = row.Outcome is null
                ? null
                : new AuditOutcome
                {
                    Outcome = row.Outcome,
                    RegistrantToken = row.RegistrantToken,
                    Sources = sources,
                    Records = row.Records ?? 0,
                },
        };
    }

    private async Task WriteAsync(
        Guid id, Guid? intentId, AuditIntent intent, AuditOutcome? outcome, CancellationToken cancellationToken)
    {
        try
        {
            await gate.WriteAsync((db, ct) => AppendAsync(db, id, intentId, intent, outcome, ct), cancellationToken);
        }
        catch (Exception cause) when (cause is not (OperationCanceledException or StorageUnavailableException))
        {
            LogUnavailable(log, id, cause);
            throw new AuditUnavailableException(cause);
        }
    }

    private async Task<Guid> AppendAsync(
        HubDbContext db, Guid id, Guid? intentId, AuditIntent intent, AuditOutcome? outcome, CancellationToken cancellationToken)
    {
        var end = await last.For(db)(db);
        IReadOnlyList<AuditedSource> sources = outcome?.Sources
            ?? [.. intent.Sources.Select(source => new AuditedSource(source, "", 0))];
        var now = clock.GetUtcNow();
        var under = intent.Register is { } register ? notices.Of(register, now) : null;
        var entry = new AuditRow
        {
            Sequence = (end?.Sequence ?? 0) + 1,
            Id = id,
            IntentId = intentId,
            At = now,
            Actor = intent.Actor,
            Role = intent.Role,
            Register = intent.Register,
            Purpose = intent.Purpose,
            Operation = intent.Operation,
            RegistrantToken = outcome?.RegistrantToken ?? intent.RegistrantToken,
            RequestId = intent.RequestId,
            Sources = JsonSerializer.Serialize(sources, AuditJson.Default.IReadOnlyListAuditedSource),
            Fields = JsonSerializer.Serialize(intent.Fields, AuditJson.Default.IReadOnlyListString),
            Outcome = outcome?.Outcome,
            Records = outcome?.Records,
            PackVersion = under?.PackVersion,
            Notice = under?.Notice,
            PreviousHash = end?.Hash ?? AuditChain.Start,
        };
        entry.Hash = AuditChain.HashOf(entry);
        db.Audit.Add(entry);
        await db.SaveChangesAsync(cancellationToken);
        return id;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Audit entry {Id} cannot be written; nothing is answered")]
    private static partial void LogUnavailable(ILogger log, Guid id, Exception cause);
}
