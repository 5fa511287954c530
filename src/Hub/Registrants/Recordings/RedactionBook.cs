using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Keeps what an officer silenced in recordings; the recording itself stays as its source holds it.</summary>
public sealed class RedactionBook
{
    private const int LongestReason = 500;

    private readonly IDbContextFactory<HubDbContext> contexts;
    private readonly WriteGate gate;
    private readonly RestrictionHash hash;
    private readonly DownloadAddresses addresses;
    private readonly AuditTrail audit;
    private readonly TimeProvider clock;

    internal RedactionBook(
        IDbContextFactory<HubDbContext> contexts, WriteGate gate, RestrictionHash hash, DownloadAddresses addresses, AuditTrail audit, TimeProvider clock)
    {
        (this.contexts, this.gate, this.hash) = (contexts, gate, hash);
        (this.addresses, this.audit, this.clock) = (addresses, audit, clock);
    }

    /// <summary>Silences a span of a recording whenever it is handed out from now on.</summary>
    /// <param name="address">The recording's address, as an answer gave it.</param>
    /// <param name="from">From where, counted from the beginning.</param>
    /// <param name="to">To where; later than <paramref name="from"/>.</param>
    /// <param name="reason">Why, such as <c>third-party</c>; no personal data.</param>
    /// <param name="purpose">The purpose under which the caller works.</param>
    /// <param name="caller">A data protection officer.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RegistrantQueryException">The address is none, or the span is none.</exception>
    public async Task<IReadOnlyList<RecordingRedaction>> AddAsync(
        string address, TimeSpan from, TimeSpan to, string reason, string purpose, Caller caller, CancellationToken cancellationToken)
    {
        var media = addresses.Open(address[(address.LastIndexOf('/') + 1)..]) is { } open
            && caller.Role == Roles.DataProtectionOfficer && caller.CanSee(open.Register)
                ? open
                : throw new RegistrantQueryException("UNKNOWN_RECORDING", "This is not the address of a recording that you may see, or its time is over; ask for it anew.");
        if (from < TimeSpan.Zero || to <= from || string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            throw new RegistrantQueryException("MALFORMED", $"Give a span that begins before it ends, and a reason of 1 to {LongestReason} characters.");
        }

        var target = hash.Of(media.Register, media.Source, media.Target);
        await gate.WriteAsync(
            async (db, ct) =>
            {
                db.RecordingRedactions.Add(new RecordingRedactionRow
                {
                    Id = Guid.NewGuid(),
                    Register = media.Register,
                    Target = target,
                    FromMilliseconds = (long)from.TotalMilliseconds,
                    ToMilliseconds = (long)Math.Ceiling(to.TotalMilliseconds),
                    Reason = reason,
                    By = caller.Name,
                    At = clock.GetUtcNow(),
                });
                await audit.RecordAsync(
                    db,
                    new()
                    {
                        Actor = caller.Name,
                        Role = caller.Role,
                        Register = media.Register,
                        Purpose = purpose,
                        Operation = "redactRecording",
                        RegistrantToken = audit.TokenOf(media.Register, media.Registrant),
                        Sources = [media.Source],
                    },
                    new() { Outcome = "redacted", Records = 1, RegistrantToken = audit.TokenOf(media.Register, media.Registrant) },
                    ct).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return await OfAsync(media.Register, media.Source, media.Target, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is silenced in a recording, from its beginning on.</summary>
    internal async Task<IReadOnlyList<RecordingRedaction>> OfAsync(
        string register, string source, RecordTarget recording, CancellationToken cancellationToken)
    {
        var target = hash.Of(register, source, recording);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = await db.RecordingRedactions.AsNoTracking()
            .Where(row => row.Register == register && row.Target == target)
            .OrderBy(row => row.FromMilliseconds)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => new RecordingRedaction(
            row.Id, TimeSpan.FromMilliseconds(row.FromMilliseconds), TimeSpan.FromMilliseconds(row.ToMilliseconds), row.By, row.At))];
    }
}
